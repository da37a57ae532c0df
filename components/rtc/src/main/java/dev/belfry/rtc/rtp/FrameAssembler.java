package dev.belfry.rtc.rtp;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.packet.Packet;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a frame of its packets. Not thread-safe, allocates nothing but frames that must grow.
 *
 * @since 0.1
 */
public final class FrameAssembler {
    private final Depayloader depayloader;
    private final EncodedFramePool frames;
    private final RtpPacket view = new RtpPacket();
    private final PayloadDescriptor descriptor = new PayloadDescriptor();

    /** Creates an assembler that takes its frames from this pool. */
    public FrameAssembler(Depayloader depayloader, EncodedFramePool frames) {
        this.depayloader = depayloader;
        this.frames = frames;
    }

    /**
     * Makes a frame. The packets stay as they are, with their holders; those without payload are passed over.
     *
     * @param packets all packets of the frame, in order
     * @param timestamp the frame's time, in ticks of the codec's clock
     * @param number the frame's number in its stream
     * @return the frame, held once by the caller, with no time of capture; null if the packets make none, or one larger
     *     than {@link Payloader#MAX_FRAME}
     */
    public @Nullable EncodedFrame assemble(List<Packet> packets, long timestamp, long number) {
        boolean key = depayloader.codec().kind() == MediaKind.AUDIO;
        long size = 0;
        for (int i = 0; i < packets.size(); i++) {
            if (!view.read(packets.get(i))) {
                return null;
            } else if (view.payloadLength() > 0) {
                if (!depayloader.describe(view, descriptor)) {
                    return null;
                }
                key |= descriptor.keyFrame();
                size += depayloader.maxBytes(view);
            }
        }
        if (size == 0 || size > Payloader.MAX_FRAME) {
            return null;
        }
        EncodedFrame frame = frames.take();
        ByteBuffer data = frame.start((int) size);
        for (int i = 0; i < packets.size(); i++) {
            if (!view.read(packets.get(i)) || (view.payloadLength() > 0 && !depayloader.append(view, data))) {
                frame.release();
                return null;
            }
        }
        data.flip();
        frame.describe(depayloader.codec(), key, timestamp, 0, number);
        return frame;
    }
}

package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import java.nio.ByteBuffer;

/**
 * Reads the payload format of a codec. One serves one stream; not thread-safe, allocates nothing. A
 * {@link FrameAssembler} makes frames with it.
 *
 * @since 0.1
 */
public interface Depayloader {
    /** Returns the codec whose payload format this reads. */
    Codec codec();

    /**
     * Reads what a packet's payload says of its place in a frame.
     *
     * @param into takes it
     * @return false if the payload is not what the codec says; then {@code into} has no meaning
     */
    boolean describe(RtpPacket packet, PayloadDescriptor into);

    /**
     * Returns how many bytes at most {@link #append} puts for this packet.
     *
     * @param packet one that {@link #describe} accepts
     */
    int maxBytes(RtpPacket packet);

    /**
     * Appends the payload of a packet to a frame. The packets of a frame are appended in order, the first at position
     * zero.
     *
     * @param packet one that {@link #describe} accepts
     * @param data with at least {@link #maxBytes} free bytes; its position moves behind what was put
     * @return false if the payload does not go with what is before it in the frame, which then is to be dropped
     */
    boolean append(RtpPacket packet, ByteBuffer data);

    /** Returns a new depayloader. */
    static Depayloader of(Codec codec) {
        return switch (codec) {
            case OPUS -> new OpusDepayloader();
            case VP8 -> new Vp8Depayloader();
            case VP9 -> new Vp9Depayloader();
            case H264 -> new H264Depayloader();
        };
    }
}

package dev.belfry.rtc.rtp;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.nio.charset.StandardCharsets;

/**
 * One stream to be sent: numbers its packets and writes their headers, RFC 3550 section 5.1. A {@link Payloader} asks it
 * for packets. It starts with no header extension and payload type zero. Not thread-safe, allocates nothing in the long
 * run.
 *
 * @since 0.1
 */
public final class RtpStream {
    /** How many bytes the name of a media section may have, to be sent in packets. */
    public static final int MAX_MID_LENGTH = 32;

    private static final byte[] NO_MID = {};

    private final PacketPool pool;
    private final NtpClock clock;
    private final long ssrc;
    private final long timestampOffset;
    private final RtpPacket view = new RtpPacket();
    private ExtensionWriter extensions = new ExtensionWriter(HeaderExtensionMap.NONE, NO_MID);
    private int sequence;
    private int payloadType;
    private int level = -1;
    private long timestamp;
    private long captureTime;

    /**
     * Creates a stream.
     *
     * @param clock tells the time of day at which frames were captured
     * @param ssrc its source, 32 random bits
     * @param firstSequence the number of the first packet, 15 random bits as RFC 3711 section 3.3.1 asks
     * @param timestampOffset what is added to the times of frames, 32 random bits
     */
    public RtpStream(PacketPool pool, NtpClock clock, long ssrc, int firstSequence, long timestampOffset) {
        this.pool = pool;
        this.clock = clock;
        this.ssrc = ssrc & 0xffff_ffffL;
        this.sequence = firstSequence & 0xffff;
        this.timestampOffset = timestampOffset;
    }

    /**
     * Sets what was negotiated for the stream; holds for the packets from now on.
     *
     * @param mid the name of its media section
     * @throws IllegalArgumentException if that name is longer than {@link #MAX_MID_LENGTH} bytes
     */
    public void negotiated(HeaderExtensionMap map, String mid, int newPayloadType) {
        byte[] name = mid.getBytes(StandardCharsets.UTF_8);
        if (name.length > MAX_MID_LENGTH) {
            throw new IllegalArgumentException("The name of the media section is too long: " + mid);
        }
        extensions = new ExtensionWriter(map, name);
        payloadType = newPayloadType;
    }

    /** Sets how loud the sound of the next frames is, as {@link HeaderExtensionMap#audioLevel} gives it. */
    public void audioLevel(int minusDbov, boolean speech) {
        level = Math.max(0, Math.min(127, minusDbov)) | (speech ? 0x80 : 0);
    }

    /** Returns its source, 32 bits. */
    public long ssrc() {
        return ssrc;
    }

    /** Returns the payload type that was negotiated last. */
    public int payloadType() {
        return payloadType;
    }

    /** Returns the sequence number that the next packet will have. */
    public int nextSequence() {
        return sequence;
    }

    /** Returns the timestamp that a frame of this media time has on the wire, 32 bits; a sender report needs it. */
    public long wireTimestamp(long mediaTime) {
        return (mediaTime + timestampOffset) & 0xffff_ffffL;
    }

    /** Begins a frame: the packets from now on have its time. */
    void begin(EncodedFrame frame) {
        timestamp = wireTimestamp(frame.timestamp());
        captureTime = frame.captureNanos() == 0 ? 0 : clock.at(frame.captureNanos());
    }

    /** Returns a packet with a header and no payload, held once by the caller. */
    Packet next() {
        Packet packet = pool.take();
        byte[] bytes = packet.bytes();
        int start = packet.offset();
        bytes[start] = (byte) 0x80;
        int end = extensions.write(bytes, start + RtpPacket.HEADER_LENGTH, level, captureTime);
        if (end > start + RtpPacket.HEADER_LENGTH) {
            bytes[start] |= 0x10;
        }
        bytes[start + 1] = 0;
        packet.range(start, end - start);
        view.read(packet);
        view.payloadType(payloadType);
        view.sequence(sequence);
        view.timestamp(timestamp);
        view.ssrc(ssrc);
        sequence = (sequence + 1) & 0xffff;
        captureTime = 0;
        return packet;
    }
}

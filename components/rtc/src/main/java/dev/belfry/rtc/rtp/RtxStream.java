package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import org.jspecify.annotations.Nullable;

/**
 * The stream in which packets are sent again, RFC 4588 section 4. Not thread-safe.
 *
 * @since 0.1
 */
public final class RtxStream {
    private final PacketPool pool;
    private final long ssrc;
    private final RtpPacket view = new RtpPacket();
    private int sequence;

    /**
     * Creates a stream.
     *
     * @param ssrc its source, 32 random bits
     * @param firstSequence the number of its first packet, 15 random bits
     */
    public RtxStream(PacketPool pool, long ssrc, int firstSequence) {
        this.pool = pool;
        this.ssrc = ssrc & 0xffff_ffffL;
        this.sequence = firstSequence & 0xffff;
    }

    /** Returns its source, 32 bits. */
    public long ssrc() {
        return ssrc;
    }

    /**
     * Wraps a packet, header extension included; it stays as it is.
     *
     * @param payloadType the one that goes with the packet's own, its {@code apt}
     * @return the packet to be sent, held once by the caller; null if that one is no RTP
     */
    public @Nullable Packet wrap(Packet packet, int payloadType) {
        if (!view.read(packet)) {
            return null;
        }
        int header = view.headerLength();
        int original = view.sequence();
        Packet wrapped = pool.take();
        int start = wrapped.offset();
        wrapped.range(start, packet.length() + 2);
        System.arraycopy(packet.bytes(), packet.offset(), wrapped.bytes(), start, header);
        Bytes.put16(wrapped.bytes(), start + header, original);
        System.arraycopy(
                packet.bytes(),
                packet.offset() + header,
                wrapped.bytes(),
                start + header + 2,
                packet.length() - header);
        view.read(wrapped);
        view.ssrc(ssrc);
        view.sequence(sequence);
        view.payloadType(payloadType);
        sequence = (sequence + 1) & 0xffff;
        return wrapped;
    }

    /**
     * Undoes the wrapping in place. The header moves by two bytes, up to the payload.
     *
     * @param packet of an RTX stream
     * @param view on that packet; afterwards on what it was
     * @param ssrc of the stream that the packet was first sent in
     * @param payloadType that it had there
     * @return false, with nothing changed, if the packet holds no other: it only fills the line
     */
    public static boolean unwrap(Packet packet, RtpPacket view, long ssrc, int payloadType) {
        if (view.payloadLength() < 2) {
            return false;
        }
        int original = Bytes.u16(packet.bytes(), view.payloadOffset());
        System.arraycopy(packet.bytes(), packet.offset(), packet.bytes(), packet.offset() + 2, view.headerLength());
        packet.range(packet.offset() + 2, packet.length() - 2);
        view.read(packet);
        view.ssrc(ssrc);
        view.payloadType(payloadType);
        view.sequence(original);
        return true;
    }
}

package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import org.jspecify.annotations.Nullable;

/**
 * The last packets sent in a stream, to be sent again if the other side asks, RFC 4585 section 6.2.1. It keeps copies: a
 * packet is encrypted in its place as it leaves. Not thread-safe.
 *
 * @since 0.1
 */
public final class SentPackets implements AutoCloseable {
    /** How many packets are kept. */
    public static final int CAPACITY = 1024;

    private final PacketPool pool;
    private final @Nullable Packet[] kept = new @Nullable Packet[CAPACITY];
    private final int[] sequences = new int[CAPACITY];
    private final long[] resentAt = new long[CAPACITY];
    private final boolean[] resent = new boolean[CAPACITY];
    private final RtpPacket view = new RtpPacket();

    /** Creates an empty history that takes its copies from this pool. */
    public SentPackets(PacketPool pool) {
        this.pool = pool;
    }

    /** Keeps a copy of an RTP packet, still in the clear, in place of the one sent {@link #CAPACITY} before it. */
    public void keep(Packet packet) {
        if (!view.read(packet)) {
            return;
        }
        int slot = view.sequence() % CAPACITY;
        Packet copy = kept[slot];
        if (copy == null) {
            copy = pool.take();
            kept[slot] = copy;
        }
        if (!copy.set(packet.bytes(), packet.offset(), packet.length())) {
            kept[slot] = null;
            copy.release();
        }
        sequences[slot] = view.sequence();
        resent[slot] = false;
    }

    /**
     * Returns a packet to be sent again, and notes that it is.
     *
     * @param sequence its sequence number
     * @param nowNanos the time, of any clock that only rises
     * @param roundTripNanos how long a request and its answer take; within that time a packet is given once
     * @return the packet, still held by this history; null if it is not kept or was given too lately
     */
    public @Nullable Packet resend(int sequence, long nowNanos, long roundTripNanos) {
        int slot = (sequence & 0xffff) % CAPACITY;
        Packet packet = kept[slot];
        if (packet == null
                || sequences[slot] != (sequence & 0xffff)
                || (resent[slot] && nowNanos - resentAt[slot] < roundTripNanos)) {
            return null;
        }
        resent[slot] = true;
        resentAt[slot] = nowNanos;
        return packet;
    }

    /** Lets go of all packets; the history may be used again. */
    @Override
    public void close() {
        for (int slot = 0; slot < CAPACITY; slot++) {
            Packet packet = kept[slot];
            if (packet != null) {
                kept[slot] = null;
                packet.release();
            }
        }
    }
}

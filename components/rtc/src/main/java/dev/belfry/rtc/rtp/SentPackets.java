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
    }

    /** Returns the packet of that sequence number, still held by this history; null if it is not kept. */
    public @Nullable Packet find(int sequence) {
        int slot = (sequence & 0xffff) % CAPACITY;
        return sequences[slot] == (sequence & 0xffff) ? kept[slot] : null;
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

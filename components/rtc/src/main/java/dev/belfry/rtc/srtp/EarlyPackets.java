package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Packet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Media that comes before the keys, kept in order until they are there: with it the first key frame would be lost. When
 * it is full, later packets are dropped. Not thread-safe.
 *
 * @since 0.1
 */
public final class EarlyPackets implements AutoCloseable {
    /** More than a large key frame. */
    private static final int MAX = 256;

    private final Deque<Packet> packets = new ArrayDeque<>();

    /** Takes a packet over; releases it and returns false if there is no more room. */
    public boolean add(Packet packet) {
        if (packets.size() == MAX) {
            packet.release();
            return false;
        }
        packets.addLast(packet);
        return true;
    }

    /** Hands every packet on, first come first; the taker owns it then. */
    public void drainTo(Consumer<Packet> taker) {
        Packet packet = packets.pollFirst();
        while (packet != null) {
            taker.accept(packet);
            packet = packets.pollFirst();
        }
    }

    /** Releases the packets that were not taken. */
    @Override
    public void close() {
        drainTo(Packet::release);
    }
}

package dev.belfry.rtc.packet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Packets for reuse. Thread-safe; its lock is held for a few instructions.
 *
 * @since 0.1
 */
public final class PacketPool implements AutoCloseable {
    private static final int MAX_IDLE = 1024;

    private final Deque<Packet> idle = new ArrayDeque<>(MAX_IDLE);
    private final AtomicInteger outstanding = new AtomicInteger();
    private boolean closed;

    /** Returns an empty packet, held once by the caller. */
    public Packet take() {
        Packet packet;
        synchronized (idle) {
            packet = idle.pollFirst();
        }
        outstanding.incrementAndGet();
        if (packet == null) {
            return new Packet(this);
        }
        packet.reuse();
        return packet;
    }

    /** Returns how many packets were taken and not yet fully released: zero after a call, or something leaks. */
    public int outstanding() {
        return outstanding.get();
    }

    /** Lets go of the packets that wait for reuse, and of those still out once they are released. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.clear();
        }
    }

    void giveBack(Packet packet) {
        outstanding.decrementAndGet();
        synchronized (idle) {
            if (!closed && idle.size() < MAX_IDLE) {
                idle.addFirst(packet);
            }
        }
    }
}

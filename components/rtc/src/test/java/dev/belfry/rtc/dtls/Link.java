package dev.belfry.rtc.dtls;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A path in memory that may lose, double and reorder datagrams, by a seed. It delivers on a thread of its own. */
final class Link implements AutoCloseable {
    private final ExecutorService wire = Executors.newSingleThreadExecutor();
    private final PacketPool pool = new PacketPool();
    private final AtomicInteger largest = new AtomicInteger();
    private final Random random;
    private final double loss;
    private final double doubling;
    private final double reordering;
    private final List<Runnable> held = new ArrayList<>();

    private Link(long seed, double loss, double doubling, double reordering) {
        this.random = new Random(seed);
        this.loss = loss;
        this.doubling = doubling;
        this.reordering = reordering;
    }

    static Link perfect() {
        return new Link(0, 0, 0, 0);
    }

    static Link bad(long seed) {
        return new Link(seed, 0.2, 0.2, 0.2);
    }

    /** Returns how long the largest datagram was. */
    int largest() {
        return largest.get();
    }

    /** Returns how many packets were not given back. */
    int outstanding() {
        return pool.outstanding();
    }

    void send(byte[] bytes, int offset, int length, DtlsTransport to) {
        largest.accumulateAndGet(length, Math::max);
        byte[] copy = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
        wire.execute(() -> pass(() -> deliver(copy, to)));
    }

    private void pass(Runnable delivery) {
        if (random.nextDouble() < loss) {
            return;
        }
        if (random.nextDouble() < reordering && held.isEmpty()) {
            held.add(delivery);
            return;
        }
        delivery.run();
        if (random.nextDouble() < doubling) {
            delivery.run();
        }
        List.copyOf(held).forEach(Runnable::run);
        held.clear();
    }

    private void deliver(byte[] datagram, DtlsTransport to) {
        Packet packet = pool.take();
        packet.set(datagram, 0, datagram.length);
        to.receive(packet);
        packet.release();
    }

    @Override
    public void close() {
        wire.shutdownNow();
    }
}

package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One end of a call in a test: a transport on real time, and what it told. */
final class IcePeer implements IceListener, AutoCloseable {
    static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final SystemScheduler scheduler = new SystemScheduler("ice-test");
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService background = Executors.newCachedThreadPool(this::newThread);
    private final PacketPool packets = new PacketPool();
    final List<IceCandidate> candidates = new CopyOnWriteArrayList<>();
    final List<IceTransportState> states = new CopyOnWriteArrayList<>();
    final List<IceCandidatePair> pairs = new CopyOnWriteArrayList<>();
    final List<RtcException> errors = new CopyOnWriteArrayList<>();
    final List<String> received = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    final IceTransport transport;
    private final List<IceCandidate> held = new ArrayList<>();
    private @Nullable Consumer<IceCandidate> trickle;
    private volatile @Nullable Consumer<Packet> media;
    private boolean closed;

    IcePeer(IceOptions options) {
        this(options, null);
    }

    /** Trusts the servers that a factory trusts. */
    IcePeer(IceOptions options, @Nullable SSLSocketFactory tls) {
        transport = new Ice4jTransports(scheduler, background, new SecureRandom(), tls)
                .create(options, packets, scheduler, this);
    }

    static IceOptions loopback(IceRole role) {
        return IceOptions.of(role).withNetwork(IceNetwork.LOOPBACK);
    }

    /** Sends each candidate found so far and from now on there. */
    synchronized void trickleTo(Consumer<IceCandidate> other) {
        trickle = other;
        held.forEach(other);
        held.clear();
    }

    /** Gives packets there instead of keeping their text. */
    void media(Consumer<Packet> taker) {
        media = taker;
    }

    Packet take() {
        return packets.take();
    }

    void gatherAndAwait() throws InterruptedException {
        transport.gather();
        await(() -> !ended.isEmpty());
    }

    /** Exchanges credentials and candidates both ways, as signalling would. */
    static void connect(IcePeer one, IcePeer other) throws Exception {
        exchange(one, other);
        one.transport.gather();
        other.transport.gather();
        one.awaitState(IceTransportState.CONNECTED);
        other.awaitState(IceTransportState.CONNECTED);
    }

    static void exchange(IcePeer one, IcePeer other) {
        one.transport.setRemoteCredentials(other.transport.localCredentials());
        other.transport.setRemoteCredentials(one.transport.localCredentials());
        one.trickleTo(other.transport::addRemoteCandidate);
        other.trickleTo(one.transport::addRemoteCandidate);
    }

    boolean send(String text) {
        Packet packet = packets.take();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        packet.set(bytes, 0, bytes.length);
        try {
            return transport.send(packet);
        } finally {
            packet.release();
        }
    }

    void awaitState(IceTransportState state) throws InterruptedException {
        await(() -> transport.stats().state() == state);
    }

    /** Waits until something is so. */
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("not in time; states " + states + ", errors " + errors + ", candidates "
                        + candidates + ", pairs " + pairs + ", received " + received);
            }
            wait(Math.min(left, 50)); // statistics change without a word
        }
    }

    /** Lets time pass on this peer's clock. */
    void pause(Duration time) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Scheduler.Cancellable timer = scheduler.schedule(time, passed::countDown);
        if (!passed.await(10, TimeUnit.SECONDS)) {
            timer.cancel();
        }
    }

    int packetsOutstanding() {
        return packets.outstanding();
    }

    @Override
    public void onPacket(Packet packet) {
        Consumer<Packet> taker = media;
        if (taker != null) {
            taker.accept(packet);
            return;
        }
        received.add(new String(packet.bytes(), packet.offset(), packet.length(), StandardCharsets.UTF_8));
        packet.release();
        told();
    }

    @Override
    public synchronized void onCandidate(IceCandidate candidate, String ufrag) {
        candidates.add(candidate);
        if (trickle == null) {
            held.add(candidate);
        } else {
            trickle.accept(candidate);
        }
        notifyAll();
    }

    @Override
    public void onEndOfCandidates(String ufrag) {
        ended.add(ufrag);
        told();
    }

    @Override
    public void onState(IceTransportState state) {
        states.add(state);
        told();
    }

    @Override
    public void onSelectedPair(IceCandidatePair pair) {
        pairs.add(pair);
        told();
    }

    @Override
    public void onError(RtcException error) {
        errors.add(error);
        told();
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "ice-test-background");
        threads.add(thread);
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).as("a background thread goes on").isFalse();
    }

    private synchronized void told() {
        notifyAll();
    }

    @Override
    public void close() {
        leave();
    }

    /** Closes before the end of the test. */
    void leave() {
        if (closed) {
            return;
        }
        closed = true;
        transport.close().orTimeout(10, TimeUnit.SECONDS).join();
        scheduler.close();
        background.shutdown();
        threads.forEach(IcePeer::join);
    }
}

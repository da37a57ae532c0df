package dev.belfry.engine;

import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One participant's end of a {@link LocalTransports}: a bounded queue and the thread that empties it. */
final class LocalTransport implements MediaTransport {
    private static final int MAX_QUEUED = 512;

    private final LocalTransports network;
    private final LocalTransports.Address address;
    private final MediaTransports.Request request;
    private final EncodedFramePool pool;
    private final Listener listener;
    private final Set<String> peers = ConcurrentHashMap.newKeySet();
    private final DelayQueue<Delivery> queue = new DelayQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Object gate = new Object();
    private boolean closed;
    private @Nullable Thread thread;

    LocalTransport(
            LocalTransports network,
            LocalTransports.Address address,
            MediaTransports.Request request,
            EncodedFramePool pool,
            Listener listener) {
        this.network = network;
        this.address = address;
        this.request = request;
        this.pool = pool;
        this.listener = listener;
    }

    void start(ThreadFactory threads) {
        Thread started = threads.newThread(this::run);
        started.setName("belfry-transport-" + address.participantId());
        thread = started;
        started.start();
    }

    LocalTransports.Address address() {
        return address;
    }

    @Override
    public void addPeer(String participantId, PeerRole role) {
        peers.add(participantId);
    }

    @Override
    public void removePeer(String participantId) {
        peers.remove(participantId);
    }

    /** Has nothing to negotiate. */
    @Override
    public void receive(String participantId, PeerMessage message) {}

    @Override
    public void setVideoMuted(boolean muted) {}

    @Override
    public @Nullable Codec videoCodec() {
        return peers.isEmpty() ? null : request.videoCodec();
    }

    @Override
    public int videoBitrate() {
        return request.videoBitrate();
    }

    @Override
    public double audioLoss() {
        return 0;
    }

    /** Knows nothing: there is no network. */
    @Override
    public PathStats path() {
        return PathStats.NONE;
    }

    @Override
    public void send(EncodedFrame frame) {
        for (String peer : peers) {
            network.deliver(address, peer, frame);
        }
    }

    @Override
    public void requestKeyFrame(String participantId) {
        network.deliverKeyFrameRequest(address, participantId);
    }

    @Override
    public void close() {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(new Delivery("", null, 0, -1));
        }
        network.forget(this);
        boolean interrupted = false;
        Thread running = thread;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a copy of a frame, on the sender's thread. */
    void accept(String from, EncodedFrame frame, long delayNanos) {
        if (queue.size() >= MAX_QUEUED) {
            return;
        }
        EncodedFrame copy = pool.take();
        int size = frame.data().remaining();
        copy.start(size)
                .put(0, frame.data(), frame.data().position(), size)
                .position(0)
                .limit(size);
        copy.describe(frame.codec(), frame.isKeyFrame(), frame.timestamp(), frame.captureNanos(), frame.sequence());
        enqueue(new Delivery(from, copy, delayNanos, numbers.getAndIncrement()));
    }

    void acceptKeyFrameRequest(String from) {
        enqueue(new Delivery(from, null, 0, numbers.getAndIncrement()));
    }

    private void enqueue(Delivery delivery) {
        synchronized (gate) {
            if (!closed) {
                queue.add(delivery);
                return;
            }
        }
        delivery.drop();
    }

    private void run() {
        try {
            for (Delivery next = queue.take(); next.number >= 0; next = queue.take()) {
                deliver(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (gate) {
                closed = true;
                queue.forEach(Delivery::drop);
                queue.clear();
            }
        }
    }

    private void deliver(Delivery delivery) {
        EncodedFrame frame = delivery.frame;
        try {
            if (!peers.contains(delivery.from)) {
                return;
            }
            if (frame == null) {
                listener.onKeyFrameRequest(delivery.from);
            } else {
                listener.onFrame(delivery.from, frame);
            }
        } finally {
            delivery.drop();
        }
    }

    /** A frame, or without one a request for a key frame; the negative number ends the thread. */
    private static final class Delivery implements Delayed {
        private final String from;
        private final @Nullable EncodedFrame frame;
        private final long due;
        private final long number;

        Delivery(String from, @Nullable EncodedFrame frame, long delayNanos, long number) {
            this.from = from;
            this.frame = frame;
            this.due = System.nanoTime() + delayNanos;
            this.number = number;
        }

        void drop() {
            if (frame != null) {
                frame.release();
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        @SuppressWarnings("EqualsIncompatibleType")
        public int compareTo(Delayed other) {
            Delivery that = (Delivery) other;
            int byTime = Long.compare(due - that.due, 0);
            return byTime != 0 ? byTime : Long.compare(number, that.number);
        }
    }
}

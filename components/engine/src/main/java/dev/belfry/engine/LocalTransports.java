package dev.belfry.engine;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Transports within one JVM, for demonstrations and as the network under tests. The participants of one session id
 * reach each other. Every delivery copies the bytes, as a real network does, into a pool of the receiver's. Each
 * transport has one thread. Thread-safe.
 *
 * @since 0.1
 */
public final class LocalTransports implements MediaTransports {
    private static final int FRAME_BYTES = 4096;

    private final Map<Address, LocalTransport> endpoints = new ConcurrentHashMap<>();
    private final EncodedFramePool pool = new EncodedFramePool(FRAME_BYTES);
    private final Impairment impairment;
    private final ThreadFactory threads;

    /** Creates a perfect network. */
    public LocalTransports() {
        this(Impairment.NONE);
    }

    /** Creates a network with losses or delays. */
    public LocalTransports(Impairment impairment) {
        this(impairment, LocalTransports::daemon);
    }

    /** Creates a network with losses or delays, on threads of the caller's choice. */
    public LocalTransports(Impairment impairment, ThreadFactory threads) {
        this.impairment = impairment;
        this.threads = threads;
    }

    @Override
    public MediaTransport open(Request request, MediaTransport.Listener listener) {
        Address address = new Address(request.token().sessionId(), request.participantId());
        LocalTransport transport = new LocalTransport(this, address, request, pool, listener);
        LocalTransport before = endpoints.putIfAbsent(address, transport);
        if (before != null) {
            throw new IllegalStateException(request.participantId() + " has a transport in this session already");
        }
        transport.start(threads);
        return transport;
    }

    /** Returns how many transports are open. */
    public int open() {
        return endpoints.size();
    }

    /** Returns how many frames are on their way or held by receivers: zero after all calls, or something leaks. */
    public int framesOutstanding() {
        return pool.outstanding();
    }

    /** Returns how many transports are open and frames are held. */
    @Override
    public int outstanding() {
        return open() + framesOutstanding();
    }

    /** Lets go of the memory of frames, for use when the last transport is closed. */
    @Override
    public void close() {
        pool.close();
    }

    void deliver(Address from, String to, EncodedFrame frame) {
        LocalTransport receiver = endpoints.get(new Address(from.sessionId, to));
        if (receiver == null) {
            return;
        }
        long delay = impairment.delayNanos(from.participantId, to, frame);
        if (delay != Impairment.LOST) {
            receiver.accept(from.participantId, frame, delay);
        }
    }

    void deliverKeyFrameRequest(Address from, String to) {
        LocalTransport receiver = endpoints.get(new Address(from.sessionId, to));
        if (receiver != null) {
            receiver.acceptKeyFrameRequest(from.participantId);
        }
    }

    void forget(LocalTransport transport) {
        endpoints.remove(transport.address(), transport);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    record Address(String sessionId, String participantId) {}
}

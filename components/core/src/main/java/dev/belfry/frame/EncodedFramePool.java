package dev.belfry.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Encoded frames for reuse. Thread-safe; its lock is held for a few instructions.
 *
 * @since 0.1
 */
public final class EncodedFramePool implements AutoCloseable {
    private static final int MAX_IDLE = 64;

    private final int capacity;
    private final Deque<EncodedFrame> idle = new ArrayDeque<>(MAX_IDLE);
    private final AtomicInteger outstanding = new AtomicInteger();
    private boolean closed;

    /** Creates a pool whose frames begin with room for this many bytes, and grow. */
    public EncodedFramePool(int capacity) {
        this.capacity = capacity;
    }

    /** Returns a frame, held once by the caller. */
    public EncodedFrame take() {
        EncodedFrame frame;
        synchronized (idle) {
            frame = idle.pollFirst();
        }
        outstanding.incrementAndGet();
        if (frame == null) {
            return new EncodedFrame(this, capacity);
        }
        frame.reuse();
        return frame;
    }

    /** Returns how many frames were taken and not yet fully released: zero after a call, or something leaks. */
    public int outstanding() {
        return outstanding.get();
    }

    /** Lets go of the frames that wait for reuse, and of those still out once they are released. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.clear();
        }
    }

    void giveBack(EncodedFrame frame) {
        outstanding.decrementAndGet();
        synchronized (idle) {
            if (!closed && idle.size() < MAX_IDLE) {
                idle.addFirst(frame);
            }
        }
    }
}

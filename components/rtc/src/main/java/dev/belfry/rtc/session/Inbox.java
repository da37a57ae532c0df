package dev.belfry.rtc.session;

import dev.belfry.frame.Releasable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands packets or frames from another thread over to the loop, in order and in bunches, without allocation. When it is
 * full, what comes is dropped. Thread-safe.
 */
final class Inbox<T extends Releasable> implements AutoCloseable {
    private final Deque<T> waiting;
    private final int capacity;
    private final Executor loop;
    private final Consumer<T> taker;
    private final Runnable drain = this::drain;
    private boolean draining;
    private boolean closed;

    /**
     * Creates an empty one.
     *
     * @param taker gets each item on the loop, and owns it then
     */
    Inbox(int capacity, Executor loop, Consumer<T> taker) {
        this.capacity = capacity;
        this.waiting = new ArrayDeque<>(capacity);
        this.loop = loop;
        this.taker = taker;
    }

    /** Takes an item over; releases it and returns false if there is no room. */
    boolean put(T item) {
        boolean wake;
        synchronized (waiting) {
            if (closed || waiting.size() == capacity) {
                item.release();
                return false;
            }
            waiting.addLast(item);
            wake = !draining;
            draining = true;
        }
        if (wake) {
            loop.execute(drain);
        }
        return true;
    }

    /** Releases what waits; nothing is taken from now on. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.forEach(Releasable::release);
            waiting.clear();
        }
    }

    private void drain() {
        for (T item = next(); item != null; item = next()) {
            taker.accept(item);
        }
    }

    private @Nullable T next() {
        synchronized (waiting) {
            T item = waiting.pollFirst();
            draining = item != null;
            return item;
        }
    }
}

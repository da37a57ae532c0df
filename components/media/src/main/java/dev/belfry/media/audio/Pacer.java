package dev.belfry.media.audio;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Beats every 20 ms for sources and sinks that have no device to set the pace. One thread waits, any may close. */
final class Pacer implements AutoCloseable {
    private static final long MAX_LATE = TimeUnit.MILLISECONDS.toNanos(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private boolean closed;
    private boolean started;
    private long next;

    /** Waits for the next beat; the first is at once. Returns false once closed or interrupted. */
    boolean await() {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (!started || now - next > MAX_LATE) {
                started = true;
                next = now;
            }
            long left = next - now;
            while (left > 0 && !closed) {
                left = ended.awaitNanos(left);
            }
            next += PcmFrame.NANOS;
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long it is to the next beat; 0 if it is overdue. */
    long leftNanos() {
        lock.lock();
        try {
            return started ? Math.max(0, next - System.nanoTime()) : 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package dev.belfry.rtc.ice;

import org.jspecify.annotations.Nullable;

/** The thread of ice4j's that reads one socket, so that closing can wait for its end. */
final class ReaderThread {
    private static final long LIMIT_MILLIS = 2000;

    private volatile @Nullable Thread thread;

    /** Called by the thread itself. */
    void enter() {
        if (thread == null) {
            thread = Thread.currentThread();
        }
    }

    /** Waits for the thread's end, once its socket is closed; blocks for milliseconds. */
    void join() {
        Thread reader = thread;
        if (reader == null || reader == Thread.currentThread()) {
            return;
        }
        try {
            reader.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.belfry.media.device;

import dev.belfry.frame.VideoSink;
import dev.belfry.media.internal.NativeFrame;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What a {@link Feed} has of the thread it runs on: the clock, the way to the sink, and word of the end. */
final class Capture {
    private static final long LONG_REST_NANOS = 1_000_000_000L;

    private final CaptureClock clock;
    private final VideoSink sink;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private long sequence;

    Capture(CaptureClock clock, VideoSink sink) {
        this.clock = clock;
        this.sink = sink;
    }

    /** Names the thread that the feed runs on, before it starts. */
    void bind(Thread runner) {
        thread = runner;
    }

    CaptureClock clock() {
        return clock;
    }

    /** Returns whether the feed is to end; it looks at least once for each picture. */
    boolean isStopped() {
        return stopped;
    }

    /** Rests until a time of {@link CaptureClock#nanoTime()}, at once if it is over; returns whether to go on. */
    boolean pauseUntil(long nanos) {
        for (long left = nanos - clock.nanoTime(); left > 0 && !stopped; left = nanos - clock.nanoTime()) {
            clock.park(left);
        }
        return !stopped;
    }

    /** Rests until {@link #wake}, or for no reason at all. */
    void pause() {
        if (!stopped) {
            clock.park(LONG_REST_NANOS);
        }
    }

    /** Ends a rest; from any thread. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Asks the feed to end; from any thread. */
    void stop() {
        stopped = true;
        wake();
    }

    /** Numbers a picture, hands it to the sink unless stopped, and releases it in any case. */
    void deliver(NativeFrame frame, long captureNanos) {
        try {
            if (!stopped) {
                frame.setTime(captureNanos, sequence++);
                sink.onFrame(frame);
            }
        } finally {
            frame.release();
        }
    }
}

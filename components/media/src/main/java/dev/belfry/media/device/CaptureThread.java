package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.internal.Natives;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a feed on a thread of its own. */
final class CaptureThread implements VideoSource {
    private static final System.Logger LOG = System.getLogger(CaptureThread.class.getName());
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final Feed feed;
    private final CaptureClock clock;
    private boolean closed;
    private @Nullable Thread thread;
    private @Nullable Capture capture;

    CaptureThread(String name, Feed feed, CaptureClock clock) {
        this.name = "belfry-capture-" + name;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public synchronized void start(VideoSink sink, Consumer<CallException> onFailure) {
        if (closed || thread != null) {
            throw new IllegalStateException("a source starts once");
        }
        Capture starting = new Capture(clock, sink);
        Thread fresh = new Thread(() -> run(starting, onFailure), name);
        fresh.setDaemon(true);
        starting.bind(fresh);
        capture = starting;
        thread = fresh;
        fresh.start();
    }

    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            closed = true;
            ending = thread;
            if (capture != null) {
                capture.stop();
            }
        }
        if (ending != null && ending != Thread.currentThread()) {
            await(ending);
        }
    }

    private static void await(Thread ending) {
        long deadline = System.nanoTime() + CLOSE_NANOS;
        boolean interrupted = false;
        while (ending.isAlive()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                LOG.log(Level.WARNING, "{0} is held up by the system and ends later", ending.getName());
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedJoin(ending, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Capture running, Consumer<CallException> onFailure) {
        try {
            Natives.load();
            feed.run(running);
        } catch (CallException e) {
            fail(running, onFailure, e);
        } catch (RuntimeException e) {
            fail(running, onFailure, new CallException(ErrorCode.ERR_MEDIA_FAILED, name, e));
        }
    }

    private static void fail(Capture running, Consumer<CallException> onFailure, CallException failure) {
        if (running.isStopped()) {
            LOG.log(Level.DEBUG, "failed while closing", failure);
        } else {
            onFailure.accept(failure);
        }
    }
}

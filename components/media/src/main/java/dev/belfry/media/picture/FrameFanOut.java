package dev.belfry.media.picture;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.frame.VideoTrack;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands each picture to any number of sinks, in the order in which they were added. Thread-safe; no lock is held while
 * a sink is called, and a picture allocates nothing.
 *
 * @since 0.1
 */
public final class FrameFanOut implements VideoTrack, VideoSink {
    private volatile Branch[] branches = {};

    @Override
    public synchronized void addSink(VideoSink sink) {
        Branch[] now = branches;
        if (indexOf(now, sink) < 0) {
            Branch[] more = Arrays.copyOf(now, now.length + 1);
            more[now.length] = new Branch(sink);
            branches = more;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when called from the sink itself
     */
    @Override
    public void removeSink(VideoSink sink) {
        Branch removed;
        synchronized (this) {
            Branch[] now = branches;
            int index = indexOf(now, sink);
            if (index < 0) {
                return;
            }
            removed = now[index];
            Branch[] fewer = Arrays.copyOf(now, now.length - 1);
            System.arraycopy(now, index + 1, fewer, index, fewer.length - index);
            branches = fewer;
        }
        removed.shut();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A sink that throws does not keep the picture from the others; its exception is thrown when all had their turn.
     */
    @Override
    public void onFrame(VideoFrame frame) {
        RuntimeException failure = null;
        for (Branch branch : branches) {
            try {
                branch.deliver(frame);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static int indexOf(Branch[] branches, VideoSink sink) {
        for (int i = 0; i < branches.length; i++) {
            if (branches[i].sink == sink) {
                return i;
            }
        }
        return -1;
    }

    /** One sink, and whether it is being called. */
    private static final class Branch {
        private final VideoSink sink;
        private int calls;
        private @Nullable Thread caller;
        private boolean shut;

        Branch(VideoSink sink) {
            this.sink = sink;
        }

        void deliver(VideoFrame frame) {
            synchronized (this) {
                if (shut) {
                    return;
                }
                calls++;
                caller = Thread.currentThread();
            }
            try {
                sink.onFrame(frame);
            } finally {
                synchronized (this) {
                    calls--;
                    caller = null;
                    notifyAll();
                }
            }
        }

        synchronized void shut() {
            shut = true;
            if (caller == Thread.currentThread()) {
                throw new IllegalStateException("a sink must not remove itself while it is called");
            }
            boolean interrupted = false;
            while (calls > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

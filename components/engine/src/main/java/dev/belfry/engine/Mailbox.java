package dev.belfry.engine;

import dev.belfry.frame.VideoFrame;
import org.jspecify.annotations.Nullable;

/** Room for one picture between a source and an encoder: the newest wins, so that delay never grows. Thread-safe. */
final class Mailbox {
    private @Nullable VideoFrame frame;
    private boolean closed;

    /** Keeps a picture, and releases the one that nobody took. Returns whether one was lost. */
    synchronized boolean put(VideoFrame newFrame) {
        if (closed) {
            return false;
        }
        boolean lost = clear();
        newFrame.retain();
        frame = newFrame;
        notifyAll();
        return lost;
    }

    /** Waits for a picture, to be released by the caller; null once closed. */
    synchronized @Nullable VideoFrame take() throws InterruptedException {
        while (frame == null && !closed) {
            wait();
        }
        VideoFrame taken = frame;
        frame = null;
        return taken;
    }

    synchronized void close() {
        closed = true;
        clear();
        notifyAll();
    }

    private boolean clear() {
        VideoFrame old = frame;
        frame = null;
        if (old != null) {
            old.release();
        }
        return old != null;
    }
}

package dev.belfry.media.picture;

import dev.belfry.media.internal.NativeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pictures in native memory, for reuse. Thread-safe; its lock is held for a few instructions, and longer only when
 * memory has to be allocated or freed. FFmpeg must be loaded before the first picture is taken.
 *
 * @since 0.1
 */
public final class NativeFramePool implements AutoCloseable {
    private static final int MAX_IDLE = 8;

    private final NativeFrame.Home home = new NativeFrame.Home() {
        @Override
        public void giveBack(NativeFrame frame) {
            NativeFramePool.this.giveBack(frame);
        }

        @Override
        public void bytesChanged(long difference) {
            bytes.addAndGet(difference);
        }
    };
    private final AtomicLong bytes = new AtomicLong();
    private final List<NativeFrame> idle = new ArrayList<>(MAX_IDLE);
    private int outstanding;
    private boolean closed;

    /**
     * Returns a picture of this size, held once by the caller, in BT.601 and limited range; its samples are whatever
     * they were.
     *
     * @throws IllegalStateException after {@link #close}, or if there is no memory for it
     */
    public synchronized NativeFrame take(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no picture is " + width + "x" + height);
        }
        NativeFrame frame = idleOrNew(width, height);
        try {
            frame.allocate(width, height);
        } catch (IllegalStateException e) {
            frame.free();
            throw e;
        }
        return handOut(frame);
    }

    /**
     * Returns a picture without planes, held once by the caller, for a decoder that brings them.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized NativeFrame takeEmpty() {
        NativeFrame frame = idleOrNew(0, 0);
        frame.clear();
        return handOut(frame);
    }

    /** Returns how many pictures were taken and not yet fully released: zero after a call, or something leaks. */
    public synchronized int outstanding() {
        return outstanding;
    }

    /** Returns how many bytes of native memory its pictures hold, idle ones included. */
    public long nativeBytes() {
        return bytes.get();
    }

    /** Frees the idle pictures; those still held are freed by their last release. Closing twice changes nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(NativeFrame::free);
        idle.clear();
    }

    private NativeFrame idleOrNew(int width, int height) {
        if (closed) {
            throw new IllegalStateException("the pool is closed");
        }
        for (int i = idle.size() - 1; i >= 0; i--) {
            if (idle.get(i).width() == width && idle.get(i).height() == height) {
                return idle.remove(i);
            }
        }
        return idle.size() < MAX_IDLE ? new NativeFrame(home) : idle.remove(0);
    }

    private NativeFrame handOut(NativeFrame frame) {
        frame.reuse();
        outstanding++;
        return frame;
    }

    private synchronized void giveBack(NativeFrame frame) {
        outstanding--;
        if (frame.isAdopted()) {
            frame.clear();
        }
        if (closed || idle.size() >= MAX_IDLE) {
            frame.free();
        } else {
            idle.add(frame);
        }
    }
}

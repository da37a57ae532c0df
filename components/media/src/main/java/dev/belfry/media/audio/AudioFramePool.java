package dev.belfry.media.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Frames of sound for reuse. Thread-safe; its lock is held for a few instructions.
 *
 * @since 0.1
 */
public final class AudioFramePool {
    private static final int MAX_IDLE = 32;

    private final Deque<PcmFrame> idle = new ArrayDeque<>(MAX_IDLE);
    private final AtomicInteger outstanding = new AtomicInteger();

    /** Returns a frame, held once by the caller; its samples are those of its last use. */
    public PcmFrame take() {
        PcmFrame frame;
        synchronized (idle) {
            frame = idle.pollFirst();
        }
        outstanding.incrementAndGet();
        if (frame == null) {
            return new PcmFrame(this);
        }
        frame.reuse();
        return frame;
    }

    /** Returns how many frames were taken and not yet fully released. */
    public int outstanding() {
        return outstanding.get();
    }

    void giveBack(PcmFrame frame) {
        outstanding.decrementAndGet();
        synchronized (idle) {
            if (idle.size() < MAX_IDLE) {
                idle.addFirst(frame);
            }
        }
    }
}

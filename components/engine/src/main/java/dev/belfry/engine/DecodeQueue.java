package dev.belfry.engine;

import dev.belfry.frame.EncodedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Encoded pictures of one participant on their way to the decoder: in order, without gaps. After a gap, an overflow or
 * a failed decode nothing passes before the next key frame, since every picture builds on the one before. Thread-safe.
 */
final class DecodeQueue {
    private static final int MAX = 30;

    private final Deque<EncodedFrame> frames = new ArrayDeque<>(MAX);
    private boolean closed;
    private boolean needsKeyFrame = true;
    private long last;
    private int dropped;

    /** Keeps a frame, or drops it. Returns whether a key frame is needed to go on. */
    synchronized boolean put(EncodedFrame frame) {
        if (closed) {
            return false;
        }
        if (frame.isKeyFrame()) {
            needsKeyFrame = false;
        } else if (!needsKeyFrame && frame.sequence() != last + 1) {
            needsKeyFrame = true;
        }
        last = frame.sequence();
        if (frames.size() >= MAX) {
            needsKeyFrame = !frame.isKeyFrame();
            dropped += frames.size();
            frames.forEach(EncodedFrame::release);
            frames.clear();
        }
        if (needsKeyFrame) {
            dropped++;
        } else {
            frame.retain();
            frames.addLast(frame);
            notifyAll();
        }
        return needsKeyFrame;
    }

    /** Lets nothing pass before the next key frame. */
    synchronized void restart() {
        needsKeyFrame = true;
        dropped += frames.size();
        frames.forEach(EncodedFrame::release);
        frames.clear();
    }

    /** Waits for a frame, to be released by the caller; null once closed. */
    synchronized @Nullable EncodedFrame take() throws InterruptedException {
        while (frames.isEmpty() && !closed) {
            wait();
        }
        return frames.pollFirst();
    }

    /** Returns how many frames were dropped since the last time this was asked. */
    synchronized int dropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    synchronized void close() {
        closed = true;
        frames.forEach(EncodedFrame::release);
        frames.clear();
        notifyAll();
    }
}

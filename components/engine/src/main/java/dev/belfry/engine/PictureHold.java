package dev.belfry.engine;

import dev.belfry.rtc.congestion.LipSync;

/**
 * Holds the pictures of one participant back while its sound is late, so that lips and words go together. Sound itself
 * is never held: it waits in its own buffer already. Times are in nanoseconds, of capture on the clock that both streams
 * share, 0 for unknown. Thread-safe.
 */
final class PictureHold {
    /** The most that pictures wait; the queue before the decoder has room for twice that. */
    static final long LONGEST_NANOS = 500_000_000;

    private final LipSync sync = new LipSync();

    /** Sound will be heard. */
    synchronized void sound(long capturedNanos, long heardNanos) {
        if (capturedNanos != 0) {
            sync.soundReady(capturedNanos, heardNanos);
        }
    }

    /** A picture came. */
    synchronized void picture(long capturedNanos, long nowNanos) {
        if (capturedNanos != 0) {
            sync.pictureReady(capturedNanos, nowNanos);
        }
    }

    /** Returns for how long a picture that could be shown now is to wait. */
    synchronized long waitNanos(long capturedNanos, long nowNanos) {
        long delay = Math.min(LONGEST_NANOS, sync.pictureDelayNanos());
        if (delay == 0 || capturedNanos == 0) {
            return 0;
        }
        long due = sync.pictureReadyNanos(capturedNanos) + delay;
        return Math.max(0, Math.min(delay, due - nowNanos));
    }
}

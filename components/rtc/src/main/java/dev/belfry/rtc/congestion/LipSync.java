package dev.belfry.rtc.congestion;

/**
 * Says by how much to delay the sound or the pictures of one peer, so that both are heard and seen as they were taken:
 * the one that is ready earlier waits for the other (RFC 3550 section 6.4.1). Sound that is a little late is let be, as
 * it is in nature. What it says changes slowly, so that no jump is heard or seen. All times are in nanoseconds; those of
 * capture are of one clock for both streams, those of readiness of this side's. Not thread-safe.
 *
 * @since 0.1
 */
public final class LipSync {
    /** The most that either is delayed by: beyond, what comes late is not worth waiting for. */
    public static final long LONGEST_NANOS = 1_000_000_000;

    /** Nobody notices that sound is late by this (ITU-R BT.1359-1, threshold of detectability). */
    public static final long UNNOTICED_NANOS = 125_000_000;

    /** A stream of which nothing has come for so long, while the other went on, is not waited for. */
    public static final long SILENCE_NANOS = 2_000_000_000;

    private static final double WEIGHT = 1 / 16.0;
    private static final long TOLERATED_NANOS = 15_000_000;
    private static final double NANOS_A_NANO = 0.05;

    private final Lag sound = new Lag();
    private final Lag pictures = new Lag();
    private double applied;
    private boolean moving;
    private long movedAt;
    private boolean started;

    /**
     * Sound will be ready to be heard.
     *
     * @param capturedNanos when it was taken
     * @param readyNanos when it is ready, without the delay asked for here
     */
    public void soundReady(long capturedNanos, long readyNanos) {
        sound.ready(capturedNanos, readyNanos);
        move(readyNanos);
    }

    /**
     * A picture will be ready to be shown.
     *
     * @param capturedNanos when it was taken
     * @param readyNanos when it is ready, without the delay asked for here
     */
    public void pictureReady(long capturedNanos, long readyNanos) {
        pictures.ready(capturedNanos, readyNanos);
        move(readyNanos);
    }

    /** Returns by how much to delay sound. */
    public long soundDelayNanos() {
        return (long) Math.max(0, applied);
    }

    /** Returns by how much to delay pictures. */
    public long pictureDelayNanos() {
        return (long) Math.max(0, -applied);
    }

    /** Returns when a picture taken then is ready, on average, without delay. */
    public long pictureReadyNanos(long capturedNanos) {
        return capturedNanos + pictures.origin + (long) pictures.mean;
    }

    /** Returns by how much pictures are ready later than the sound of the same instant; below zero if earlier. */
    public long skewNanos() {
        return sound.known && pictures.known ? pictures.origin - sound.origin + (long) (pictures.mean - sound.mean) : 0;
    }

    private void move(long now) {
        if (!sound.known || !pictures.known) {
            return;
        }
        double off = wanted() - applied;
        if (!started) {
            started = true;
            movedAt = now;
        }
        double most = Math.max(0, now - movedAt) * NANOS_A_NANO;
        movedAt = Math.max(movedAt, now);
        // once it moves it goes all the way; what is small and new is let be
        moving = moving ? Math.abs(off) > TOLERATED_NANOS / 10 : Math.abs(off) > TOLERATED_NANOS;
        if (moving) {
            applied += Math.max(-most, Math.min(most, off));
        }
    }

    private double wanted() {
        if (Math.abs(sound.latest - pictures.latest) > SILENCE_NANOS) {
            return 0;
        }
        long skew = skewNanos();
        long noticed = skew < 0 ? Math.min(0, skew + UNNOTICED_NANOS) : skew;
        return Math.max(-LONGEST_NANOS, Math.min(LONGEST_NANOS, noticed));
    }

    /** How long after its capture a stream is ready. */
    private static final class Lag {
        private boolean known;
        private long origin;
        private double mean;
        private long latest;

        void ready(long capturedNanos, long readyNanos) {
            long lag = readyNanos - capturedNanos;
            if (!known) {
                known = true;
                origin = lag;
            }
            latest = capturedNanos;
            mean += (lag - origin - mean) * WEIGHT;
        }
    }
}

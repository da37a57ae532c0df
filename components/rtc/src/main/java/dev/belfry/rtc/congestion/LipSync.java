package dev.belfry.rtc.congestion;

import dev.belfry.rtc.rtcp.NtpTime;

/**
 * Says by how much to delay the sound or the pictures of one peer, so that both are heard and seen as they were taken:
 * the one that is ready earlier waits for the other (RFC 3550 section 6.4.1). What it says changes slowly, so that no
 * jump is heard. Not thread-safe.
 *
 * @since 0.1
 */
public final class LipSync {
    /** The most that either is delayed by: beyond, what comes late is not worth waiting for. */
    public static final long LONGEST_NANOS = 1_000_000_000;

    private static final double WEIGHT = 1 / 16.0;
    private static final long TOLERATED_NANOS = 15_000_000;
    private static final double NANOS_A_NANO = 0.05;

    private final Lag sound;
    private final Lag pictures;
    private double applied;
    private boolean moving;
    private long movedAt;
    private boolean started;

    /** Creates one for two streams of one peer, which share its time of day. */
    public LipSync(StreamClock sound, StreamClock pictures) {
        this.sound = new Lag(sound);
        this.pictures = new Lag(pictures);
    }

    /**
     * Sound will be ready to be heard.
     *
     * @param rtpTimestamp which
     * @param readyNanos when, without the delay asked for here
     */
    public void soundReady(long rtpTimestamp, long readyNanos) {
        sound.ready(rtpTimestamp, readyNanos);
        move(readyNanos);
    }

    /**
     * A picture will be ready to be shown.
     *
     * @param rtpTimestamp which
     * @param readyNanos when, without the delay asked for here
     */
    public void pictureReady(long rtpTimestamp, long readyNanos) {
        pictures.ready(rtpTimestamp, readyNanos);
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

    /** Returns by how much pictures are ready later than the sound of the same instant; below zero if earlier. */
    public long skewNanos() {
        return sound.known && pictures.known ? pictures.origin - sound.origin + (long) (pictures.mean - sound.mean) : 0;
    }

    private void move(long now) {
        if (!sound.known || !pictures.known) {
            return;
        }
        double wanted = Math.max(-LONGEST_NANOS, Math.min(LONGEST_NANOS, skewNanos()));
        double off = wanted - applied;
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

    /** How long after its capture, by the sender's time of day, a stream is ready by this side's clock. */
    private static final class Lag {
        private final StreamClock clock;
        private boolean known;
        private long origin;
        private double mean;

        Lag(StreamClock clock) {
            this.clock = clock;
        }

        void ready(long rtpTimestamp, long readyNanos) {
            if (!clock.isKnown()) {
                return;
            }
            long lag = readyNanos - NtpTime.nanosBetween(0, clock.ntpTime(rtpTimestamp));
            if (!known) {
                known = true;
                origin = lag;
            }
            mean += (lag - origin - mean) * WEIGHT;
        }
    }
}

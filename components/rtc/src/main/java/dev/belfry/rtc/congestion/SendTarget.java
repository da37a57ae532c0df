package dev.belfry.rtc.congestion;

/**
 * How much to send, from what the other side lets be known. It falls at once, and rises slowly, and only on evidence:
 *
 * <ul>
 *   <li>never above the maximum that the receiver states (REMB);
 *   <li>with transport-wide feedback not while packets queue on the way, and never far above what arrives; when the
 *       queue grows long, or packets of it are lost, it falls below what arrives, and is lower still until the queue
 *       has drained;
 *   <li>when a tenth of the packets or more is lost it falls by half of that share, as
 *       draft-ietf-rmcat-gcc-02 section 6 does.
 * </ul>
 *
 * <p>This is a guard, simple and safe, not an estimator of the bandwidth: it leaves unused what an estimator would find.
 * Rates are in bits a second and count RTP packets, without what lower layers add. Not thread-safe.
 *
 * @since 0.1
 */
public final class SendTarget {
    /** Below this no call makes sense. */
    public static final long LEAST = 50_000;

    private static final double FIRST_RISE_A_SECOND = 1.25;
    private static final double RISE_A_SECOND = 1.08;
    private static final double LONGEST_STEP_SECONDS = 0.5;
    private static final long SOME_QUEUE_NANOS = 40_000_000;
    private static final long LONG_QUEUE_NANOS = 100_000_000;
    private static final double BELOW_DELIVERED = 0.85;
    private static final double ABOVE_DELIVERED = 1.5;
    private static final long ABOVE_DELIVERED_AT_LEAST = 50_000;
    private static final double DRAINING = 0.6;
    private static final double LOSS_OF_A_QUEUE = 0.02;
    private static final double SOME_LOSS = 0.08;
    private static final double MUCH_LOSS = 0.1;
    private static final double LOSS_WEIGHT = 0.25;
    private static final long FEEDBACK_HOLDS_NANOS = 2_000_000_000;
    private static final long BETWEEN_FALLS_NANOS = 300_000_000;
    private static final long BETWEEN_QUEUE_FALLS_NANOS = 1_000_000_000;

    private final RoundTripTime roundTrip;
    private final long least;
    private final long most;
    private double target;
    private long limit = Long.MAX_VALUE;
    private boolean limited;
    private double loss;
    private boolean hasFeedback;
    private long feedbackAt;
    private boolean fell;
    private long fellAt;
    private long roseAt;
    private boolean rising;
    private boolean pastFirstRise;
    private boolean draining;

    /**
     * Creates a target.
     *
     * @param least what it never falls below; raised to {@link #LEAST}
     * @param start what it is until the other side lets something be known
     * @param most what it never rises above
     * @throws IllegalArgumentException unless start and most are at least {@code least}, and start at most {@code most}
     */
    public SendTarget(RoundTripTime roundTrip, long least, long start, long most) {
        this.roundTrip = roundTrip;
        this.least = Math.max(LEAST, least);
        this.most = most;
        if (start < this.least || most < start) {
            throw new IllegalArgumentException(this.least + " <= " + start + " <= " + most);
        }
        target = start;
    }

    /** Returns how much to send, sound and pictures and resent packets together. */
    public long bitsPerSecond() {
        return (long) (draining ? Math.max((double) least, target * DRAINING) : target);
    }

    /** Returns the limit that the receiver stated last; {@link Long#MAX_VALUE} if it stated none. */
    public long stated() {
        return limit;
    }

    /** The receiver stated the most it can take. */
    public void stated(long bitsPerSecond, long now) {
        limit = Math.max(0, bitsPerSecond);
        limited = true;
        fall((double) limit);
        rise(now, Double.MAX_VALUE);
    }

    /**
     * A share of what was sent was lost, as a receiver's report says. Feedback tells more exactly: while it comes, reports
     * change nothing.
     *
     * @param share 0 to 1, of the packets since the report before
     */
    public void lost(double share, long now) {
        if (!hasFeedback || now - feedbackAt > FEEDBACK_HOLDS_NANOS) {
            take(share, now);
        }
        if (limited) {
            rise(now, Double.MAX_VALUE);
        }
    }

    /** A share of what was sent was lost, as transport-wide feedback shows. */
    void missing(double share, long now) {
        hasFeedback = true;
        feedbackAt = now;
        take(share, now);
    }

    /**
     * Transport-wide feedback showed how packets travel.
     *
     * @param bitsPerSecond what arrived lately
     * @param queueNanos how long packets wait on their way, beyond what the way takes
     */
    public void delivered(long bitsPerSecond, long queueNanos, long now) {
        boolean isLong = queueNanos > LONG_QUEUE_NANOS || (queueNanos > SOME_QUEUE_NANOS && loss >= LOSS_OF_A_QUEUE);
        if (isLong && mayFall(now, BETWEEN_QUEUE_FALLS_NANOS)) {
            fall(bitsPerSecond * BELOW_DELIVERED);
        }
        draining = isLong || (draining && queueNanos > SOME_QUEUE_NANOS);
        if (queueNanos > SOME_QUEUE_NANOS) {
            rising = false;
            return;
        }
        double arrives = (double) bitsPerSecond;
        rise(now, Math.max(arrives * ABOVE_DELIVERED, arrives + ABOVE_DELIVERED_AT_LEAST));
    }

    private void take(double share, long now) {
        loss += (share - loss) * LOSS_WEIGHT;
        if (loss >= MUCH_LOSS && mayFall(now, BETWEEN_FALLS_NANOS)) {
            fall(target * (1 - loss / 2));
        }
    }

    private boolean mayFall(long now, long sinceLast) {
        if (fell && now - fellAt < sinceLast + roundTrip.nanos(0)) {
            return false;
        }
        fell = true;
        fellAt = now;
        return true;
    }

    private void fall(double to) {
        if (to < target) {
            target = Math.max((double) least, to);
            pastFirstRise = true;
            rising = false;
        }
    }

    private void rise(long now, double ceiling) {
        if (loss >= SOME_LOSS) {
            rising = false;
            return;
        }
        if (rising) {
            double seconds = Math.min(LONGEST_STEP_SECONDS, Math.max(0, now - roseAt) / 1e9);
            double risen = target * Math.pow(pastFirstRise ? RISE_A_SECOND : FIRST_RISE_A_SECOND, seconds);
            double allowed = Math.min(ceiling, (double) Math.min(most, limit));
            target = Math.max(target, Math.min(risen, allowed));
        }
        rising = true;
        roseAt = now;
    }
}

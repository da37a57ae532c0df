package dev.belfry.testkit;

import java.time.Duration;

/**
 * What happens to datagrams on their way in one direction. Begin with {@link #FAIR} and say what is to be worse.
 *
 * @param loss how likely a datagram is lost by itself, 0 to 1
 * @param burstLoss which share is lost in bursts, 0 to below 1
 * @param burstLength how many datagrams a burst takes on average, at least 1
 * @param delay how long each takes
 * @param jitter how much longer it may take; none overtakes another by that
 * @param reordering how likely a datagram is held back so that later ones overtake it, 0 to 1
 * @param heldBack for how long
 * @param doubling how likely it comes twice, 0 to 1
 * @param bitsPerSecond how much passes; zero for no limit
 * @param queueBytes how much waits where the link is narrow; what comes on top is lost
 */
public record PathConditions(
        double loss,
        double burstLoss,
        double burstLength,
        Duration delay,
        Duration jitter,
        double reordering,
        Duration heldBack,
        double doubling,
        long bitsPerSecond,
        int queueBytes) {
    /** Every datagram comes, once, at once. */
    public static final PathConditions FAIR =
            new PathConditions(0, 0, 1, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 0, 0, 0);

    /** Lets each datagram be lost by itself with that likelihood. */
    public PathConditions withLoss(double share) {
        return new PathConditions(
                share,
                burstLoss,
                burstLength,
                delay,
                jitter,
                reordering,
                heldBack,
                doubling,
                bitsPerSecond,
                queueBytes);
    }

    /** Lets a share of all datagrams be lost in bursts of that many on average. */
    public PathConditions withBursts(double share, double length) {
        return new PathConditions(
                loss, share, length, delay, jitter, reordering, heldBack, doubling, bitsPerSecond, queueBytes);
    }

    /** Lets each datagram take a time, and up to so much more. */
    public PathConditions withDelay(Duration least, Duration more) {
        return new PathConditions(
                loss, burstLoss, burstLength, least, more, reordering, heldBack, doubling, bitsPerSecond, queueBytes);
    }

    /** Holds a share of the datagrams back, so that later ones overtake them. */
    public PathConditions withReordering(double share, Duration time) {
        return new PathConditions(
                loss, burstLoss, burstLength, delay, jitter, share, time, doubling, bitsPerSecond, queueBytes);
    }

    /** Lets a share of the datagrams come twice. */
    public PathConditions withDoubling(double share) {
        return new PathConditions(
                loss, burstLoss, burstLength, delay, jitter, reordering, heldBack, share, bitsPerSecond, queueBytes);
    }

    /** Lets no more pass than that, with a queue before it whose tail is dropped. */
    public PathConditions withRate(long bits, int queue) {
        return new PathConditions(
                loss, burstLoss, burstLength, delay, jitter, reordering, heldBack, doubling, bits, queue);
    }
}

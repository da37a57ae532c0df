package dev.belfry.testkit;

import java.util.SplittableRandom;

/**
 * One direction of a network: decides which datagrams come, and when. Its accidents follow from a seed. Thread-safe.
 */
public final class PacketPath {
    /** How often one datagram comes at most. */
    static final int MAX_COPIES = 2;

    private final SplittableRandom random;
    private PathConditions conditions = PathConditions.FAIR;
    private boolean cut;
    private boolean inBurst;
    private long freeAt = Long.MIN_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long sent;
    private long lost;
    private long queueDrops;

    PacketPath(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Changes what happens to what is sent from now on. */
    public synchronized void conditions(PathConditions next) {
        conditions = next;
    }

    public synchronized PathConditions conditions() {
        return conditions;
    }

    /** Lets the path die: what is sent is lost, and what is on its way as well. */
    public synchronized void cut() {
        cut = true;
    }

    /** Lets the path live again. */
    public synchronized void heal() {
        cut = false;
    }

    public synchronized boolean isCut() {
        return cut;
    }

    /** Returns how many datagrams were given to this path. */
    public synchronized long sent() {
        return sent;
    }

    /** Returns how many of them were lost for any reason, those dropped before a narrow link among them. */
    public synchronized long lost() {
        return lost;
    }

    /** Returns how many were dropped because too much waited before a narrow link. */
    public synchronized long queueDrops() {
        return queueDrops;
    }

    /**
     * Sends a datagram.
     *
     * @param now the time, in nanoseconds
     * @param bytes how long it is
     * @param arrivals receives when it comes; {@link #MAX_COPIES} places
     * @return how often it comes; zero if it is lost
     */
    synchronized int carry(long now, int bytes, long[] arrivals) {
        sent++;
        long through = passNarrowLink(now, bytes);
        if (through == Long.MIN_VALUE) {
            queueDrops++;
            lost++;
            return 0;
        }
        // always asked, so that the same seed gives the same bursts whatever else happens
        boolean isInBurst = moveBurst();
        if (cut || isInBurst || random.nextDouble() < conditions.loss()) {
            lost++;
            return 0;
        }
        int copies = random.nextDouble() < conditions.doubling() ? MAX_COPIES : 1;
        for (int i = 0; i < copies; i++) {
            arrivals[i] = arrival(through);
        }
        return copies;
    }

    synchronized void lostOnItsWay() {
        lost++;
    }

    /** Returns when the datagram has left the narrow link, or {@link Long#MIN_VALUE} if too much waits before it. */
    private long passNarrowLink(long now, int bytes) {
        if (conditions.bitsPerSecond() == 0) {
            return now;
        }
        double nanosPerByte = 8e9 / conditions.bitsPerSecond();
        long begin = Math.max(now, freeAt);
        if ((begin - now) / nanosPerByte > conditions.queueBytes()) {
            return Long.MIN_VALUE;
        }
        freeAt = begin + (long) (bytes * nanosPerByte);
        return freeAt;
    }

    /** Goes on in a model of two states (Gilbert 1960): in one all is lost, in the other nothing. */
    private boolean moveBurst() {
        double share = conditions.burstLoss();
        double leave = 1 / conditions.burstLength();
        double enter = leave * share / (1 - share);
        inBurst = random.nextDouble() < (inBurst ? 1 - leave : enter);
        return inBurst;
    }

    private long arrival(long through) {
        long jitter = conditions.jitter().toNanos();
        long at = through + conditions.delay().toNanos() + (jitter == 0 ? 0 : random.nextLong(jitter + 1));
        if (random.nextDouble() < conditions.reordering()) {
            return at + conditions.heldBack().toNanos();
        }
        lastArrival = Math.max(at, lastArrival);
        return lastArrival;
    }
}

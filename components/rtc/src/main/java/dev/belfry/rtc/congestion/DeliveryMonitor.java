package dev.belfry.rtc.congestion;

import dev.belfry.rtc.rtcp.RtcpHandler;

/**
 * Numbers what is sent over a transport, and learns from transport-wide feedback
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01) how much of it arrives, and how long it queues on its way. Hand on
 * to it what a reader tells of such feedback. What it remembers is bounded. Not thread-safe.
 *
 * @since 0.1
 */
public final class DeliveryMonitor implements RtcpHandler {
    private static final int WINDOW = 8192;
    private static final int FREE = -1;
    private static final long CLOCK_MICROS = (1L << 24) * 64_000;
    private static final long RATE_WINDOW_NANOS = 500_000_000;
    private static final int LEAST_PACKETS_FOR_LOSS = 50;

    private final SendTarget target;
    private final QueueDelay queue = new QueueDelay();
    private final RateMeter arriving = new RateMeter(RATE_WINDOW_NANOS);
    private final int[] numbers = new int[WINDOW];
    private final int[] sizes = new int[WINDOW];
    private final long[] sentAt = new long[WINDOW];
    private int nextNumber;
    private boolean clockKnown;
    private long clockMicros;
    private int left;
    private int came;
    private int missing;
    private long shortestTrip;
    private long now;

    /** Creates a monitor that tells a target what it learns. */
    public DeliveryMonitor(SendTarget target) {
        this.target = target;
        for (int i = 0; i < WINDOW; i++) {
            numbers[i] = FREE;
        }
    }

    /** Returns the number for a packet that leaves now, 16 bits. */
    public int number(int bytes, long nanos) {
        int number = nextNumber;
        nextNumber = (nextNumber + 1) & 0xFFFF;
        int at = number % WINDOW;
        numbers[at] = number;
        sizes[at] = bytes;
        sentAt[at] = nanos;
        return number;
    }

    /** Says what time it is for the feedback that is read next. */
    public void now(long nanos) {
        now = nanos;
    }

    /** Returns how many bits a second arrived lately. */
    public long deliveredBitsPerSecond() {
        return clockKnown ? arriving.bitsPerSecond(clockMicros * 1000) : 0;
    }

    /** Returns how long packets wait on their way beyond what the way takes, in nanoseconds. */
    public long queueNanos() {
        return queue.nanos();
    }

    @Override
    public void transportFeedback(long sender, long mediaSsrc, int baseSequence, int count, int feedbackNumber) {
        left = count;
        shortestTrip = Long.MAX_VALUE;
    }

    @Override
    public void packetReceived(int transportSequence, long arrivalMicros) {
        int at = transportSequence % WINDOW;
        if (numbers[at] == transportSequence) {
            numbers[at] = FREE;
            came++;
            long arrival = 1000 * unwrap(arrivalMicros);
            arriving.add(sizes[at], arrival);
            shortestTrip = Math.min(shortestTrip, arrival - sentAt[at]);
        }
        told();
    }

    @Override
    public void packetMissing(int transportSequence) {
        // may still come, and be told of again: it stays in the window
        if (numbers[transportSequence % WINDOW] == transportSequence) {
            missing++;
        }
        told();
    }

    private void told() {
        left--;
        if (left != 0 || shortestTrip == Long.MAX_VALUE) {
            return;
        }
        queue.trip(shortestTrip, now);
        if (came + missing >= LEAST_PACKETS_FOR_LOSS) {
            target.missing(missing / (double) (came + missing), now);
            came = 0;
            missing = 0;
        }
        target.delivered(deliveredBitsPerSecond(), queue.nanos(), now);
    }

    private long unwrap(long micros) {
        if (clockKnown) {
            long ahead = Math.floorMod(micros - clockMicros, CLOCK_MICROS);
            long time = clockMicros + (ahead < CLOCK_MICROS / 2 ? ahead : ahead - CLOCK_MICROS);
            clockMicros = Math.max(clockMicros, time);
            return time;
        }
        clockKnown = true;
        clockMicros = micros;
        return micros;
    }
}

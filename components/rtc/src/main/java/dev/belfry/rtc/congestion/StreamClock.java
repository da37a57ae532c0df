package dev.belfry.rtc.congestion;

import dev.belfry.rtc.rtcp.NtpTime;

/**
 * Maps the RTP time of one received stream to its sender's time of day, from sender reports (RFC 3550 section 6.4.1). It
 * follows a clock that drifts, RTP times that wrap, and NTP time beyond 2036; a stream whose time jumps is mapped anew.
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class StreamClock {
    private static final int REPORTS = 8;
    private static final double MOST_DRIFT = 0.001;
    private static final long JUMP_NANOS = 200_000_000;
    private static final long SHORTEST_BASE_NANOS = 2_000_000_000;

    private final int clockRate;
    private final double nominalNanosPerTick;
    private final long[] ntpTimes = new long[REPORTS];
    private final long[] rtpTimes = new long[REPORTS];
    private int count;
    private double nanosPerTick;

    /** Creates a mapping for a stream whose RTP time counts that many ticks a second. */
    public StreamClock(int clockRate) {
        this.clockRate = clockRate;
        nominalNanosPerTick = 1e9 / clockRate;
        nanosPerTick = nominalNanosPerTick;
    }

    /** Returns how many ticks the stream's clock has a second. */
    public int clockRate() {
        return clockRate;
    }

    /** A sender report came; one that repeats the last, or is older, changes nothing. */
    public void report(long ntpTime, long rtpTimestamp) {
        if (ntpTime == 0) {
            return; // the sender has no clock, RFC 3550 section 6.4.1
        }
        if (count > 0) {
            long passed = NtpTime.nanosBetween(ntpTimes[last()], ntpTime);
            long off = passed - ticksNanos(rtpTimes[last()], rtpTimestamp);
            if (Math.abs(off) > JUMP_NANOS) {
                count = 0;
            } else if (passed <= 0) {
                return;
            }
        }
        ntpTimes[count % REPORTS] = ntpTime;
        rtpTimes[count % REPORTS] = rtpTimestamp;
        count++;
        nanosPerTick = measureTick();
    }

    /** Returns whether a report has come, so that times can be mapped. */
    public boolean isKnown() {
        return count > 0;
    }

    /** Returns the NTP time of a stream's RTP time, 32 bits, at most some hours from the last report. */
    public long ntpTime(long rtpTimestamp) {
        if (count == 0) {
            throw new IllegalStateException("no sender report yet");
        }
        return NtpTime.plusNanos(ntpTimes[last()], ticksNanos(rtpTimes[last()], rtpTimestamp));
    }

    /** Returns how much faster its clock runs than it says, in parts of one: 0.0001 for a hundred per million. */
    public double drift() {
        return nominalNanosPerTick / nanosPerTick - 1;
    }

    private double measureTick() {
        int oldest = count <= REPORTS ? 0 : count % REPORTS;
        long passed = NtpTime.nanosBetween(ntpTimes[oldest], ntpTimes[last()]);
        int ticks = (int) (rtpTimes[last()] - rtpTimes[oldest]);
        if (passed < SHORTEST_BASE_NANOS || ticks <= 0) {
            return nominalNanosPerTick;
        }
        double measured = (double) passed / ticks;
        boolean plausible = Math.abs(measured / nominalNanosPerTick - 1) <= MOST_DRIFT;
        return plausible ? measured : nominalNanosPerTick;
    }

    private long ticksNanos(long from, long to) {
        return Math.round((int) (to - from) * nanosPerTick);
    }

    private int last() {
        return (count - 1) % REPORTS;
    }
}

package dev.belfry.rtc.rtcp;

import java.time.Instant;

/**
 * Maps between a nano clock and NTP time. It is fixed once, so that a time of day set anew in the middle of a call moves
 * no stream. Immutable.
 *
 * @since 0.1
 */
public final class NtpClock {
    private final long ntpTime;
    private final long nanos;

    /**
     * Creates a mapping from one instant, read from both clocks.
     *
     * @param now the time of day
     * @param nanoTime the nano clock at that instant
     */
    public NtpClock(Instant now, long nanoTime) {
        ntpTime = NtpTime.of(now);
        nanos = nanoTime;
    }

    /** Returns the NTP time when the nano clock shows this. */
    public long ntpAt(long nanoTime) {
        return NtpTime.plusNanos(ntpTime, nanoTime - nanos);
    }

    /** Returns what the nano clock shows at an NTP time, at most 68 years from the instant of creation. */
    public long nanosAt(long ntp) {
        return nanos + NtpTime.nanosBetween(ntpTime, ntp);
    }
}

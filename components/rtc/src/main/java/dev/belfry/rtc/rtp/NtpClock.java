package dev.belfry.rtc.rtp;

import dev.belfry.rtc.rtcp.NtpTime;
import java.time.Instant;

/**
 * The time of day as {@link NtpTime}, read off a nanosecond clock that only rises, so that it never jumps in a call.
 * Immutable.
 *
 * @since 0.1
 */
public final class NtpClock {
    private final long start;
    private final long startNanos;

    /** Creates a clock that shows this time of day when the nanosecond clock shows those nanoseconds. */
    public NtpClock(Instant now, long nanos) {
        start = NtpTime.of(now);
        startNanos = nanos;
    }

    /** Returns the NTP time at a time of the nanosecond clock. */
    public long at(long nanos) {
        return NtpTime.plusNanos(start, nanos - startNanos);
    }

    /** Returns the time of the nanosecond clock at an NTP time, to within a nanosecond. */
    public long nanos(long ntp) {
        return startNanos + NtpTime.nanosBetween(start, ntp);
    }

    /** Returns an NTP time as {@link HeaderExtension#ABS_SEND_TIME} has it: 24 bits, 18 of them fraction. */
    public static int absSendTime(long ntp) {
        return (int) (ntp >>> 14) & 0xff_ffff;
    }
}

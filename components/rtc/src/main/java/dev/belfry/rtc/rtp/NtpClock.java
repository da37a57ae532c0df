package dev.belfry.rtc.rtp;

import java.time.Instant;

/**
 * The time of day in NTP's format, RFC 3550 section 4: seconds since 1900 in the upper 32 bits, their fraction in the
 * lower. It is read off a nanosecond clock that only rises, so that it never jumps in a call. Immutable.
 *
 * @since 0.1
 */
public final class NtpClock {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final long SECOND = 1_000_000_000L;

    private final long epochSecond;
    private final long nanoOfSecond;
    private final long zero;

    /** Creates a clock that shows this time of day when the nanosecond clock shows those nanoseconds. */
    public NtpClock(Instant now, long nanos) {
        epochSecond = now.getEpochSecond() + SECONDS_1900_TO_1970;
        nanoOfSecond = now.getNano();
        zero = nanos;
    }

    /** Returns the NTP time at a time of the nanosecond clock. */
    public long at(long nanos) {
        long past = nanos - zero + nanoOfSecond;
        long second = epochSecond + Math.floorDiv(past, SECOND);
        return (second << 32) | ((Math.floorMod(past, SECOND) << 32) / SECOND);
    }

    /** Returns the time of the nanosecond clock at an NTP time, to within a nanosecond. */
    public long nanos(long ntp) {
        long second = (int) ((ntp >>> 32) - epochSecond);
        long fraction = ((ntp & 0xffff_ffffL) * SECOND + (1L << 31)) >>> 32;
        return zero - nanoOfSecond + second * SECOND + fraction;
    }

    /** Returns an NTP time as {@link HeaderExtension#ABS_SEND_TIME} has it: 24 bits, 18 of them fraction. */
    public static int absSendTime(long ntp) {
        return (int) (ntp >>> 14) & 0xff_ffff;
    }
}

package dev.belfry.rtc.rtcp;

import java.time.Instant;

/**
 * The time of day as NTP writes it (RFC 3550 section 4): seconds since 1900 in the upper 32 bits, and their fraction
 * below. Times are compared by their difference, which is right across the end of an era in 2036.
 *
 * @since 0.1
 */
public final class NtpTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final long SECONDS_PER_ERA = 1L << 32;

    private NtpTime() {}

    /** Returns an instant as NTP time, to a quarter of a nanosecond. */
    public static long of(Instant instant) {
        return ((instant.getEpochSecond() + SECONDS_1900_TO_1970) << 32) + fraction(instant.getNano());
    }

    /** Returns the instant of an NTP time between 1968 and 2104. */
    public static Instant toInstant(long ntpTime) {
        long seconds = ntpTime >>> 32;
        long era = ntpTime < 0 ? 0 : SECONDS_PER_ERA;
        return Instant.ofEpochSecond(
                seconds + era - SECONDS_1900_TO_1970, ((ntpTime & 0xFFFF_FFFFL) * NANOS_PER_SECOND) >>> 32);
    }

    /** Returns a time that many nanoseconds later; earlier if below zero. */
    public static long plusNanos(long ntpTime, long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        return ntpTime + (seconds << 32) + fraction(Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** Returns how many nanoseconds pass from one time to another, at most 68 years either way. */
    public static long nanosBetween(long from, long to) {
        long difference = to - from;
        // rounded, so that a time that was moved on by nanoseconds is found to be as many away
        return (difference >> 32) * NANOS_PER_SECOND
                + (((difference & 0xFFFF_FFFFL) * NANOS_PER_SECOND + (1L << 31)) >>> 32);
    }

    /** Returns the middle 32 bits, by which reports name a time; unsigned. */
    public static long compact(long ntpTime) {
        return (ntpTime >>> 16) & 0xFFFF_FFFFL;
    }

    /** Returns nanoseconds in units of 1/65536 s, as a report's delays are; unsigned, at most 18 hours. */
    public static long compactOfNanos(long nanos) {
        long most = 0xFFFF_FFFFL;
        long mostNanos = (most * NANOS_PER_SECOND) >>> 16;
        return nanos <= 0 ? 0 : nanos >= mostNanos ? most : (nanos << 16) / NANOS_PER_SECOND;
    }

    /**
     * Returns how long a packet takes to the other side and back (RFC 3550 section 6.4.1).
     *
     * @param arrival when the report came, by the clock that also stamped the sender report
     * @param report what the other side tells
     * @return nanoseconds; -1 if the other side had no sender report yet, or what it says cannot be
     */
    public static long roundTripNanos(long arrival, ReportBlock report) {
        if (report.lastSenderReport() == 0) {
            return -1;
        }
        int units = (int) (compact(arrival) - report.lastSenderReport() - report.delaySinceLastSenderReport());
        // both ends round down: a very short trip may come out a unit or two below zero
        if (units < -2) {
            return -1;
        }
        return (Math.max(0, units) * NANOS_PER_SECOND) >> 16;
    }

    private static long fraction(long nanos) {
        return (nanos << 32) / NANOS_PER_SECOND;
    }
}

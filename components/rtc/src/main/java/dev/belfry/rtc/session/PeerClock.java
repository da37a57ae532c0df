package dev.belfry.rtc.session;

import dev.belfry.rtc.rtp.NtpClock;

/**
 * Turns the peer's time of day into this side's clock. Its sender reports tell how far apart the two are: the quickest
 * of the last ones took about half a round trip. For the loop.
 */
final class PeerClock {
    private static final int REPORTS = 16;

    private final NtpClock ntp;
    private final long[] lags = new long[REPORTS];
    private int count;

    PeerClock(NtpClock ntp) {
        this.ntp = ntp;
    }

    /** A sender report came. */
    void report(long ntpTime, long arrivalNanos, long roundTripNanos) {
        lags[count % REPORTS] = arrivalNanos - ntp.nanos(ntpTime) - roundTripNanos / 2;
        count++;
    }

    /** Returns the time of this side's clock; as if both were set alike before the first report. */
    long nanos(long ntpTime) {
        return ntp.nanos(ntpTime) + offset();
    }

    private long offset() {
        int known = Math.min(count, REPORTS);
        long least = known == 0 ? 0 : lags[0];
        for (int i = 1; i < known; i++) {
            least = Math.min(least, lags[i]);
        }
        return least;
    }
}

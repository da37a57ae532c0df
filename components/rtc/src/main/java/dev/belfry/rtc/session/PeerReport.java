package dev.belfry.rtc.session;

import dev.belfry.rtc.congestion.RoundTripTime;
import dev.belfry.rtc.rtcp.NtpTime;
import dev.belfry.rtc.rtcp.ReportBlock;

/** What the peer last reported of one stream sent to it (RFC 3550 section 6.4.1). For the loop. */
final class PeerReport {
    private final RoundTripTime roundTrip = new RoundTripTime();
    private boolean any;
    private long packetsLost;
    private long jitterTicks;
    private volatile double fractionLost;

    /**
     * Takes a report.
     *
     * @param arrivalNtp when it came, by this side's time of day
     * @return the round-trip time it shows, in nanoseconds; -1 if it shows none
     */
    long take(ReportBlock block, long arrivalNtp) {
        any = true;
        packetsLost = block.cumulativeLost();
        jitterTicks = block.jitter();
        fractionLost = block.fractionLost() / 256.0;
        long nanos = NtpTime.roundTripNanos(arrivalNtp, block);
        roundTrip.measured(nanos);
        return nanos;
    }

    boolean any() {
        return any;
    }

    long packetsLost() {
        return packetsLost;
    }

    long jitterTicks() {
        return jitterTicks;
    }

    /** Any thread. */
    double fractionLost() {
        return fractionLost;
    }

    RoundTripTime roundTrip() {
        return roundTrip;
    }
}

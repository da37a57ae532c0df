package dev.belfry.rtc.session;

/** What the peer last reported of a stream it sends (RFC 3550 section 6.4.1). For the loop. */
final class SenderFigures {
    private long reports;
    private long ntpTime;
    private long packets;
    private long octets;
    private long arrivedAt;

    void report(long newNtpTime, long newPackets, long newOctets, long now) {
        reports++;
        ntpTime = newNtpTime;
        packets = newPackets;
        octets = newOctets;
        arrivedAt = now;
    }

    long reports() {
        return reports;
    }

    long ntpTime() {
        return ntpTime;
    }

    long packets() {
        return packets;
    }

    long octets() {
        return octets;
    }

    long arrivedAt() {
        return arrivedAt;
    }
}

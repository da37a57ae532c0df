package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;

/**
 * What a receiver tells of one stream it receives (RFC 3550 section 6.4.1). One object is filled again and again:
 * whoever wants to keep it copies its values. Not thread-safe.
 *
 * @since 0.1
 */
public final class ReportBlock {
    private static final int MAX_LOST = 0x7F_FFFF;
    private static final int MIN_LOST = -0x80_0000;

    private long ssrc;
    private int fractionLost;
    private int cumulativeLost;
    private long highestSequence;
    private long jitter;
    private long lastSenderReport;
    private long delaySinceLastSenderReport;

    /**
     * Describes what was received.
     *
     * @param newSsrc the stream, unsigned 32 bits
     * @param newFractionLost packets lost since the report before, in 1/256
     * @param newCumulativeLost packets lost in all; below zero when doubled ones came; kept within 24 bits
     * @param newHighestSequence the highest sequence number, with how often it wrapped in the upper 16 of 32 bits
     */
    public ReportBlock received(long newSsrc, int newFractionLost, int newCumulativeLost, long newHighestSequence) {
        ssrc = newSsrc & 0xFFFF_FFFFL;
        fractionLost = Math.max(0, Math.min(255, newFractionLost));
        cumulativeLost = Math.max(MIN_LOST, Math.min(MAX_LOST, newCumulativeLost));
        highestSequence = newHighestSequence & 0xFFFF_FFFFL;
        return this;
    }

    /**
     * Describes its timing.
     *
     * @param newJitter in ticks of the stream's clock
     * @param newLastSenderReport the middle 32 bits of the last sender report's NTP time; zero if none came
     * @param newDelay time since that report came, in 1/65536 s; zero if none came
     */
    public ReportBlock timing(long newJitter, long newLastSenderReport, long newDelay) {
        jitter = newJitter & 0xFFFF_FFFFL;
        lastSenderReport = newLastSenderReport & 0xFFFF_FFFFL;
        delaySinceLastSenderReport = newDelay & 0xFFFF_FFFFL;
        return this;
    }

    /** Returns the stream this is about, as its sender calls it; unsigned 32 bits. */
    public long ssrc() {
        return ssrc;
    }

    /** Returns how many packets were lost since the report before, in 1/256 of those expected. */
    public int fractionLost() {
        return fractionLost;
    }

    /** Returns how many packets were lost in all; below zero when doubled ones came. */
    public int cumulativeLost() {
        return cumulativeLost;
    }

    /** Returns the highest sequence number, with how often it wrapped in the upper 16 of 32 bits. */
    public long highestSequence() {
        return highestSequence;
    }

    /** Returns the mean deviation of the packets' spacing, in ticks of the stream's clock. */
    public long jitter() {
        return jitter;
    }

    /** Returns the middle 32 bits of the last sender report's NTP time; zero if none came. */
    public long lastSenderReport() {
        return lastSenderReport;
    }

    /** Returns the time from that report's coming to this one's leaving, in 1/65536 s. */
    public long delaySinceLastSenderReport() {
        return delaySinceLastSenderReport;
    }

    void read(byte[] bytes, int at) {
        received(
                Bytes.u32(bytes, at),
                Bytes.u8(bytes, at + 4),
                Bytes.u24(bytes, at + 5) << 8 >> 8,
                Bytes.u32(bytes, at + 8));
        timing(Bytes.u32(bytes, at + 12), Bytes.u32(bytes, at + 16), Bytes.u32(bytes, at + 20));
    }

    void write(byte[] bytes, int at) {
        Bytes.put32(bytes, at, ssrc);
        bytes[at + 4] = (byte) fractionLost;
        Bytes.put24(bytes, at + 5, cumulativeLost);
        Bytes.put32(bytes, at + 8, highestSequence);
        Bytes.put32(bytes, at + 12, jitter);
        Bytes.put32(bytes, at + 16, lastSenderReport);
        Bytes.put32(bytes, at + 20, delaySinceLastSenderReport);
    }
}

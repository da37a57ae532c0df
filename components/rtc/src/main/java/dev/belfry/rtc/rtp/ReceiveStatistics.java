package dev.belfry.rtc.rtp;

/**
 * What a receiver counts of a stream, RFC 3550 section 6.4.1 and appendices A.1, A.3 and A.8. Packets that came again in
 * an RTX stream are not to be counted here. Not thread-safe, allocates nothing.
 *
 * @since 0.1
 */
public final class ReceiveStatistics {
    private static final int CYCLE = 1 << 16;
    private static final int MAX_DROPOUT = 3000;
    private static final int MAX_MISORDER = 100;
    private static final int MAX_LOST = 0x7f_ffff;
    private static final int MIN_LOST = -0x80_0000;
    private static final long SECOND = 1_000_000_000L;

    private final int clockRate;
    private boolean started;
    private int highest;
    private long cycles;
    private long base;
    private int expectedIfRestarted = -1;
    private long sinceBase;
    private long packets;
    private long payloadBytes;
    private long headerBytes;
    private long lostBeforeBase;
    private long lastArrival;
    private long expectedAtReport;
    private long receivedAtReport;
    private long lastTimestamp;
    private long lastTransit;
    private boolean transitKnown;
    private long jitterTimes16;

    /** Creates counters of a stream whose timestamps have so many ticks a second. */
    public ReceiveStatistics(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Counts a packet that came at this time of a clock that only rises. */
    public void received(RtpPacket packet, long arrivalNanos) {
        boolean newest = place(packet.sequence());
        packets++;
        payloadBytes += packet.payloadLength();
        headerBytes += packet.headerLength() + packet.paddingLength();
        lastArrival = arrivalNanos;
        if (newest && (!transitKnown || packet.timestamp() != lastTimestamp)) {
            jitter(packet.timestamp(), arrivalNanos);
        }
    }

    /** Appendix A.1, without the probation, which authentication makes needless. Returns whether it is the newest. */
    private boolean place(int sequence) {
        int ahead = (sequence - highest) & 0xffff;
        if (!started) {
            restart(sequence);
        } else if (ahead == 0 || ahead >= CYCLE - MAX_MISORDER) {
            sinceBase++;
            return false;
        } else if (ahead < MAX_DROPOUT) {
            cycles += sequence < highest ? CYCLE : 0;
            highest = sequence;
        } else if (sequence == expectedIfRestarted) {
            // Two in a row far off: the sender started over.
            lostBeforeBase += expectedSinceBase() - sinceBase;
            restart(sequence);
        } else {
            expectedIfRestarted = (sequence + 1) & 0xffff;
            return false;
        }
        sinceBase++;
        return true;
    }

    private void restart(int sequence) {
        started = true;
        highest = sequence;
        cycles = 0;
        base = sequence;
        sinceBase = 0;
        expectedIfRestarted = -1;
        expectedAtReport = 0;
        receivedAtReport = 0;
        transitKnown = false;
    }

    /** Appendix A.8, over the first packets of frames: the others of a frame were not sent at its timestamp. */
    private void jitter(long timestamp, long arrivalNanos) {
        long arrival = Math.floorDiv(arrivalNanos, SECOND) * clockRate
                + Math.floorMod(arrivalNanos, SECOND) * clockRate / SECOND;
        long transit = arrival - timestamp;
        if (transitKnown) {
            long change = Math.abs((int) (transit - lastTransit));
            jitterTimes16 += change - ((jitterTimes16 + 8) >> 4);
        }
        transitKnown = true;
        lastTransit = transit;
        lastTimestamp = timestamp;
    }

    private long expectedSinceBase() {
        return started ? extendedHighestSequence() - base + 1 : 0;
    }

    /** Returns how many packets came, doubles and late ones included. */
    public long packetsReceived() {
        return packets;
    }

    /** Returns how many bytes of payload came. */
    public long bytesReceived() {
        return payloadBytes;
    }

    /** Returns how many bytes of headers and padding came. */
    public long headerBytesReceived() {
        return headerBytes;
    }

    /** Returns when the last packet came; zero before the first. */
    public long lastArrivalNanos() {
        return lastArrival;
    }

    /** Returns how many packets never came; less than zero if some came twice. 24 bits with sign, as a report has it. */
    public int packetsLost() {
        long lost = lostBeforeBase + expectedSinceBase() - sinceBase;
        return (int) Math.max(MIN_LOST, Math.min(MAX_LOST, lost));
    }

    /** Returns the highest sequence number, with the count of its wraps above its 16 bits. */
    public long extendedHighestSequence() {
        return cycles + highest;
    }

    /** Returns how unevenly packets come, in ticks of the stream's clock. */
    public long jitter() {
        return jitterTimes16 >> 4;
    }

    /** Returns how unevenly packets come, in seconds. */
    public double jitterSeconds() {
        return (double) jitter() / clockRate;
    }

    /** Returns which part of the packets since the last call never came, in 256ths; for a report's block. */
    public int takeFractionLost() {
        long expected = expectedSinceBase() - expectedAtReport;
        long lost = expected - (sinceBase - receivedAtReport);
        expectedAtReport = expectedSinceBase();
        receivedAtReport = sinceBase;
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }
}

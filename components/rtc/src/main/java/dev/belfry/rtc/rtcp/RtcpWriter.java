package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import java.util.Objects;

/**
 * Writes compound (RFC 3550 section 6.1) and reduced-size (RFC 5506) RTCP packets part by part, without allocation. Each
 * part is written whole or, when there is no room for it, not at all; what to begin with is up to the caller: a compound
 * packet begins with a report. SSRCs are unsigned 32-bit numbers. Not thread-safe.
 *
 * @since 0.1
 */
public final class RtcpWriter {
    private static final int MAX_NAME = 255;
    private static final int MAX_MANTISSA = 0x3_FFFF;

    private final RtcpParts parts = new RtcpParts();
    private final TransportFeedbackWriter transportFeedback = new TransportFeedbackWriter();

    /**
     * Begins a packet; all parts that follow go to its end.
     *
     * @param empty a packet, empty or with whole RTCP parts
     * @param maxLength how long it may become in bytes, at most {@link Packet#MAX_LENGTH}
     */
    public void start(Packet empty, int maxLength) {
        Objects.checkIndex(maxLength, Packet.MAX_LENGTH + 1);
        parts.start(empty, maxLength);
    }

    /** Writes a sender report (RFC 3550 section 6.4.1), still without blocks; the counts are unsigned 32 bits. */
    public boolean senderReport(long ssrc, long ntpTime, long rtpTimestamp, long packets, long octets) {
        int at = parts.begin(Rtcp.SENDER_REPORT, 0, Rtcp.HEADER + 24);
        if (at < 0) {
            return false;
        }
        byte[] bytes = parts.bytes();
        Bytes.put32(bytes, at, ssrc);
        Bytes.put64(bytes, at + 4, ntpTime);
        Bytes.put32(bytes, at + 12, rtpTimestamp);
        Bytes.put32(bytes, at + 16, packets);
        Bytes.put32(bytes, at + 20, octets);
        return true;
    }

    /** Writes a receiver report (RFC 3550 section 6.4.2), still without blocks. */
    public boolean receiverReport(long ssrc) {
        int at = parts.begin(Rtcp.RECEIVER_REPORT, 0, Rtcp.HEADER + 4);
        if (at < 0) {
            return false;
        }
        Bytes.put32(parts.bytes(), at, ssrc);
        return true;
    }

    /**
     * Adds a block to the report written last.
     *
     * @return false if there is no room, or the report has 31 blocks: write another receiver report then
     * @throws IllegalStateException if what was written last is no report
     */
    public boolean reportBlock(ReportBlock block) {
        if (!parts.isReport()) {
            throw new IllegalStateException("no report to add a block to");
        }
        if (parts.count() == Rtcp.MAX_COUNT) {
            return false;
        }
        int at = parts.extend(Rtcp.REPORT_BLOCK);
        if (at < 0) {
            return false;
        }
        parts.countOneMore();
        block.write(parts.bytes(), at);
        return true;
    }

    /**
     * Writes a source description with a canonical name (RFC 3550 section 6.5.1).
     *
     * @param name in UTF-8, at most 255 bytes
     */
    public boolean canonicalName(long ssrc, byte[] name) {
        Objects.checkIndex(name.length, MAX_NAME + 1);
        int at = parts.begin(Rtcp.SOURCE_DESCRIPTION, 1, SourceDescription.size(name.length));
        if (at < 0) {
            return false;
        }
        SourceDescription.write(parts.bytes(), at, ssrc, name);
        return true;
    }

    /** Writes that a source leaves (RFC 3550 section 6.6). */
    public boolean goodbye(long ssrc) {
        int at = parts.begin(Rtcp.GOODBYE, 1, Rtcp.HEADER + 4);
        if (at < 0) {
            return false;
        }
        Bytes.put32(parts.bytes(), at, ssrc);
        return true;
    }

    /**
     * Writes that a packet is missing (generic NACK, RFC 4585 section 6.2.1). Called for one after another in rising
     * order, they share one part and its bit masks.
     */
    public boolean nack(long sender, long mediaSsrc, int sequenceNumber) {
        byte[] bytes = parts.bytes();
        if (parts.isNack(sender, mediaSsrc)) {
            int entry = parts.end() - 4;
            int after = (sequenceNumber - Bytes.u16(bytes, entry)) & 0xFFFF;
            if (after >= 1 && after <= 16) {
                Bytes.put16(bytes, entry + 2, Bytes.u16(bytes, entry + 2) | (1 << (after - 1)));
                return true;
            }
            return nackEntry(bytes, parts.extend(4), sequenceNumber);
        }
        int at = parts.beginFeedback(Rtcp.TRANSPORT_FEEDBACK, Rtcp.FORMAT_NACK, 4, sender, mediaSsrc);
        return nackEntry(bytes, at, sequenceNumber);
    }

    /** Writes that a picture could not be decoded (PLI, RFC 4585 section 6.3.1). */
    public boolean pictureLoss(long sender, long mediaSsrc) {
        return parts.beginFeedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.FORMAT_PICTURE_LOSS, 0, sender, mediaSsrc) >= 0;
    }

    /**
     * Writes that a key frame is needed (FIR, RFC 5104 section 4.3.1).
     *
     * @param number one more with each new request to that source, the same when it is repeated; 8 bits
     */
    public boolean fullIntraRequest(long sender, long mediaSsrc, int number) {
        int at = parts.beginFeedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.FORMAT_FULL_INTRA_REQUEST, 8, sender, 0);
        if (at < 0) {
            return false;
        }
        Bytes.put32(parts.bytes(), at, mediaSsrc);
        Bytes.put32(parts.bytes(), at + 4, (long) number << 24);
        return true;
    }

    /**
     * Writes how much can be received (REMB, draft-alvestrand-rmcat-remb-03 section 2.2).
     *
     * @param bitsPerSecond rounded down to 18 significant bits; not below zero
     * @param ssrcs the streams it is for
     * @param count how many of them, from the first; at most 255
     */
    public boolean maximumBitrate(long sender, long bitsPerSecond, long[] ssrcs, int count) {
        Objects.checkIndex(count, Math.min(ssrcs.length, 255) + 1);
        int at = parts.beginFeedback(Rtcp.PAYLOAD_FEEDBACK, Rtcp.FORMAT_APPLICATION, 8 + 4 * count, sender, 0);
        if (at < 0) {
            return false;
        }
        byte[] bytes = parts.bytes();
        long mantissa = bitsPerSecond;
        int exponent = 0;
        while (mantissa > MAX_MANTISSA) {
            mantissa >>= 1;
            exponent++;
        }
        Bytes.put32(bytes, at, Rtcp.REMB);
        bytes[at + 4] = (byte) count;
        Bytes.put24(bytes, at + 5, (exponent << 18) | (int) mantissa);
        for (int i = 0; i < count; i++) {
            Bytes.put32(bytes, at + 8 + 4 * i, ssrcs[i]);
        }
        return true;
    }

    /**
     * Writes transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1), for as many
     * packets as there is room for. It ends early, too, before an arrival that is more than 8 s from the one before.
     *
     * @param feedbackNumber one more with each feedback, 8 bits
     * @param baseSequence the transport-wide number of the first packet, 16 bits
     * @param arrivals when each packet came, in microseconds on any clock, or {@link Long#MIN_VALUE} if it did not
     * @param count how many packets, from the first
     * @return how many packets were written; the rest needs another feedback
     */
    public int transportFeedback(
            long sender, long mediaSsrc, int feedbackNumber, int baseSequence, long[] arrivals, int count) {
        Objects.checkIndex(count, arrivals.length + 1);
        int room = parts.room() - Rtcp.FEEDBACK_HEADER;
        int told = transportFeedback.prepare(arrivals, count, room);
        if (told == 0) {
            return 0;
        }
        int at = parts.beginFeedback(
                Rtcp.TRANSPORT_FEEDBACK, Rtcp.FORMAT_TRANSPORT_WIDE, transportFeedback.size(), sender, mediaSsrc);
        transportFeedback.write(parts.bytes(), at, baseSequence, feedbackNumber);
        return told;
    }

    private static boolean nackEntry(byte[] bytes, int at, int sequenceNumber) {
        if (at < 0) {
            return false;
        }
        Bytes.put32(bytes, at, (long) sequenceNumber << 16);
        return true;
    }
}

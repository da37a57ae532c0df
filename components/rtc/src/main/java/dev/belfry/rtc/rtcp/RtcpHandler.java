package dev.belfry.rtc.rtcp;

/**
 * Told by {@link RtcpReader#read} what a compound packet holds, in its order, on the thread that reads. Every method
 * may be left out. SSRCs are unsigned 32-bit numbers; sequence numbers have 16 bits. None may throw.
 *
 * @since 0.1
 */
public interface RtcpHandler {
    /**
     * A sender report begins (RFC 3550 section 6.4.1); its report blocks follow.
     *
     * @param ssrc the stream that is sent
     * @param ntpTime the sender's time of day, see {@link NtpTime}
     * @param rtpTimestamp the same instant on the stream's own clock, unsigned 32 bits
     * @param packets how many were sent, unsigned 32 bits
     * @param octets how many bytes of payload, unsigned 32 bits
     */
    default void senderReport(long ssrc, long ntpTime, long rtpTimestamp, long packets, long octets) {}

    /** A receiver report begins (RFC 3550 section 6.4.2); its report blocks follow. */
    default void receiverReport(long ssrc) {}

    /**
     * A block of a sender or receiver report.
     *
     * @param reporter who received the stream
     * @param block what it tells of it; valid until this method returns
     */
    default void reportBlock(long reporter, ReportBlock block) {}

    /** The canonical name of a source (RFC 3550 section 6.5.1), in UTF-8; the bytes are valid until this returns. */
    default void canonicalName(long ssrc, byte[] bytes, int offset, int length) {}

    /** A source left (RFC 3550 section 6.6). */
    default void goodbye(long ssrc) {}

    /** A packet is missing (generic NACK, RFC 4585 section 6.2.1); called for each. */
    default void nack(long sender, long mediaSsrc, int sequenceNumber) {}

    /** A picture could not be decoded (PLI, RFC 4585 section 6.3.1). */
    default void pictureLoss(long sender, long mediaSsrc) {}

    /**
     * A key frame is asked for (FIR, RFC 5104 section 4.3.1).
     *
     * @param number tells a new request from a repeated one, 8 bits
     */
    default void fullIntraRequest(long sender, long mediaSsrc, int number) {}

    /** The most the other side thinks it can receive (REMB, draft-alvestrand-rmcat-remb-03 section 2.2), in bit/s. */
    default void maximumBitrate(long sender, long bitsPerSecond) {}

    /**
     * Transport-wide feedback begins (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1); one of
     * {@link #packetReceived} and {@link #packetMissing} follows for each of its packets, in rising order.
     *
     * @param baseSequence the transport-wide number of the first packet
     * @param count how many packets it tells of, up to 65535
     * @param feedbackNumber rises by one with each feedback, 8 bits
     */
    default void transportFeedback(long sender, long mediaSsrc, int baseSequence, int count, int feedbackNumber) {}

    /**
     * A packet came.
     *
     * @param transportSequence its transport-wide number
     * @param arrivalMicros when, on a clock of the receiver's that wraps every 2^24 * 64 ms (12 days)
     */
    default void packetReceived(int transportSequence, long arrivalMicros) {}

    /** A packet did not come, or not yet. */
    default void packetMissing(int transportSequence) {}
}

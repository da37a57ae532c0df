package dev.belfry.rtc.negotiation;

/** What a receiver may tell a sender: {@code a=rtcp-fb} (RFC 4585 section 4.2, RFC 5104 section 7.1). @since 0.1 */
public enum Feedback {
    /** Packets that are missing. */
    NACK("nack"),
    /** A key frame is needed, since pictures are lost. */
    PLI("nack pli"),
    /** A key frame is wanted. */
    FIR("ccm fir"),
    /** The most that may be sent, draft-alvestrand-rmcat-remb-03. */
    REMB("goog-remb"),
    /** When each packet came, draft-holmer-rmcat-transport-wide-cc-extensions-01. */
    TRANSPORT_CC("transport-cc");

    private final String attribute;

    Feedback(String attribute) {
        this.attribute = attribute;
    }

    /** Returns the attribute's value behind the payload type. */
    public String attribute() {
        return attribute;
    }
}

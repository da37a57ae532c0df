package dev.belfry.rtc.rtp;

/** The header extensions that are understood, and what they are called in a description. @since 0.1 */
public enum HeaderExtension {
    /** Which media section a packet belongs to, RFC 9143 section 14.2. */
    MID("urn:ietf:params:rtp-hdrext:sdes:mid"),
    /** A sequence number over all streams of a transport, draft-holmer-rmcat-transport-wide-cc-extensions-01. */
    TRANSPORT_SEQUENCE("http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"),
    /** When a packet left: 24 bits, 6 of seconds and 18 of fraction. */
    ABS_SEND_TIME("http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
    /** How loud the sound in a packet is, RFC 6464. */
    AUDIO_LEVEL("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
    /** When the content of a packet was captured, in NTP format. */
    ABS_CAPTURE_TIME("http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time");

    private final String uri;

    HeaderExtension(String uri) {
        this.uri = uri;
    }

    /** Returns its name in an {@code a=extmap} line, RFC 8285 section 5. */
    public String uri() {
        return uri;
    }
}

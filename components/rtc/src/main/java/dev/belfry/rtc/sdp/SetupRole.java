package dev.belfry.rtc.sdp;

import java.util.Locale;

/** Who begins the DTLS handshake: {@code a=setup} (RFC 4145 section 4, RFC 8842 section 5). @since 0.1 */
public enum SetupRole {
    /** The DTLS client. */
    ACTIVE,
    /** The DTLS server. */
    PASSIVE,
    /** Either, as the answer says: the role of an offer. */
    ACTPASS,
    /** No handshake for now. */
    HOLDCONN;

    /** Returns the attribute's value, such as {@code actpass}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}

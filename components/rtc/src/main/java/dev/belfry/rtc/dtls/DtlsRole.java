package dev.belfry.rtc.dtls;

/**
 * Which side begins the handshake: {@code a=setup} in a session description, RFC 5763 section 5.
 *
 * @since 0.1
 */
public enum DtlsRole {
    /** Sends the first message: {@code setup:active}. */
    CLIENT,
    /** Waits for it: {@code setup:passive}. */
    SERVER
}

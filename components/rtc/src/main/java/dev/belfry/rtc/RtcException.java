package dev.belfry.rtc;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong between two peers. Nothing that comes from outside, a packet, a description or a candidate, makes this
 * module throw anything else.
 *
 * @since 0.1
 */
public final class RtcException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Creates an error with a detail for the log, in English. */
    public RtcException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /** Creates an error with a detail for the log, in English, and what caused it. */
    public RtcException(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The kinds of errors. */
    public enum Reason {
        /** A packet is not what its protocol says. */
        MALFORMED_PACKET,
        /** A session description or a candidate cannot be read. */
        MALFORMED_DESCRIPTION,
        /** A description is well formed, yet there is nothing both sides understand, or it comes out of turn. */
        DESCRIPTION_REFUSED,
        /** No path between the peers was found, or the last one is gone. */
        NO_PATH,
        /** The peer could not be shown to be the one of the description, or the handshake failed. */
        NOT_SECURE,
        /** The system gave no socket, or no cipher. */
        UNAVAILABLE,
        /** The connection was closed by this side. */
        CLOSED
    }
}

package dev.belfry.rtc.session;

import java.util.Objects;

/**
 * A session description on its way through signalling (RFC 8829, RFC 8866).
 *
 * @param type whether it asks or answers
 * @param sdp its text
 * @since 0.1
 */
public record Description(Type type, String sdp) {
    public Description {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sdp, "sdp");
    }

    /** Leaves the text out, which is long and tells addresses. */
    @Override
    public String toString() {
        return "Description[type=" + type + ", length=" + sdp.length() + "]";
    }

    /** What a description is. */
    public enum Type {
        OFFER,
        ANSWER
    }
}

package dev.belfry.signaling.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server, in the words of the W3C's {@code RTCIceServer}.
 *
 * @param urls {@code stun:} and {@code turn:} URLs (RFC 7064, RFC 7065)
 * @param username the user of a TURN server, or null
 * @param credential that user's password, or null
 * @since 0.1
 */
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /** Leaves the credential out, so that no log carries it. */
    @Override
    public String toString() {
        return "IceServer[urls=" + urls + "]";
    }
}

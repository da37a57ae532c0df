package dev.belfry.call.spi;

import java.util.List;

/**
 * A STUN or TURN server; W3C's RTCIceServer.
 *
 * @param urls {@code stun:host[:port]} (RFC 7064), {@code turn:host[:port][?transport=udp|tcp]} or, over TLS,
 *     {@code turns:host[:port]} (RFC 7065)
 * @param username for TURN; empty for none
 * @param credential for TURN, the long-term password; empty for none
 * @since 0.1
 */
public record IceServer(List<String> urls, String username, String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /** Returns a server that asks for no credentials. */
    public static IceServer stun(String url) {
        return new IceServer(List.of(url), "", "");
    }

    /** Leaves the credential out: it is a secret. */
    @Override
    public String toString() {
        return "IceServer[urls=" + urls + ", username=" + username + "]";
    }
}

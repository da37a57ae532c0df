package dev.belfry.rtc.dtls;

import org.bouncycastle.tls.AlertDescription;

/** What the peer said about the connection. */
final class PeerAlerts {
    private volatile boolean closing;

    void received(short description) {
        if (description == AlertDescription.close_notify) {
            closing = true;
        }
    }

    /** Tells whether the peer is leaving. */
    boolean closing() {
        return closing;
    }
}

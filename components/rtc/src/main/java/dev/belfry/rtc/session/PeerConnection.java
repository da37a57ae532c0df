package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.stats.StatsReport;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The media between this side and one remote participant: sound and pictures, both ways, encrypted, over one path
 * (RFC 8829, RFC 8834). Opened by a {@link PeerConnectionFactory}; what happens is told to its
 * {@link PeerConnectionListener}. Thread-safe; no method blocks. After {@link #close}, or once it has failed, every
 * method but {@link #close} and {@link #statistics} does nothing.
 *
 * <p>Negotiation is automatic (perfect negotiation, W3C WebRTC section 10.7): whenever tracks change, an offer is made
 * as soon as it is this side's turn. A polite side makes no first offer by itself before it has heard from its peer, so
 * that two sides that start at once do not collide; both may change tracks at any time afterwards. All the owner does
 * is carry descriptions and candidates between the two, in order.
 *
 * @since 0.1
 */
public interface PeerConnection {
    /** Begins: the impolite side offers, the polite one waits for that. Add the first tracks before. */
    void start();

    /**
     * Adds something to send, to be offered to the peer.
     *
     * @param streamId names what belongs together: sound and picture of one stream id are played in step; letters,
     *     digits and hyphens, at most 64
     */
    LocalTrack addTrack(MediaKind kind, String streamId);

    /** Takes a description of the peer. One that cannot be understood is refused, and told to the listener. */
    void receive(Description description);

    /** Takes a candidate of the peer, or the end of them. One that cannot be understood is logged and ignored. */
    void receive(SignaledCandidate candidate);

    /**
     * Looks for a new path, since the network changed or the old one died. Media goes on by the old one meanwhile. A
     * connection does so by itself when the old one stays silent: the impolite side after 4 seconds of
     * {@link PeerConnectionState#DISCONNECTED}, the polite one after 8, at most every 10 seconds.
     */
    void restartIce();

    /** Returns the figures so far. Never fails; after the end, completes with the last ones. */
    CompletableFuture<StatsReport> statistics();

    /** Returns where the connection stands. */
    PeerConnectionState state();

    /**
     * Says goodbye (RTCP BYE, DTLS close_notify) and releases everything. Completes when no thread, socket, packet or
     * frame is held any longer; never fails. Once this returns no frame is taken, and when it completes the listener
     * is called no more.
     */
    CompletableFuture<@Nullable Void> close();
}

package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The way to one peer, for all of its bundled media. Thread-safe; no method blocks. Made by an
 * {@link IceTransportFactory}; what happens is told to its {@link IceListener}.
 *
 * <p>The order of calls: {@link #localCredentials} go into the description, {@link #gather} begins to find candidates,
 * {@link #setRemoteCredentials} begins to look for a path; remote candidates may come at any time, also before the
 * credentials they belong to. A {@link #restart} begins the next round: the path of the round before stays in use until
 * the new one has found its own. After {@link #close} every method does nothing.
 *
 * @since 0.1
 */
public interface IceTransport {
    /** Returns this side's credentials of the current round. */
    IceCredentials localCredentials();

    /** Begins to gather candidates for the current round; does nothing if it has begun. */
    void gather();

    /**
     * Says who the peer is in the current round, and begins to check. The same credentials again do nothing; others
     * than before need a {@link #restart} first.
     */
    void setRemoteCredentials(IceCredentials credentials);

    /**
     * Adds a candidate of the peer. One whose {@code ufrag} is of another round is kept for it or ignored; so is one
     * that cannot be used here: TCP, a name that is not an address, or one beyond the limit of 100 a round.
     */
    void addRemoteCandidate(IceCandidate candidate);

    /** Says that the peer has found all of its candidates: if none leads to it, the transport fails sooner. */
    void endOfRemoteCandidates();

    /**
     * Begins the next round (RFC 8445 section 9), with new sockets and credentials.
     *
     * @return the new local credentials, to be sent to the peer; {@link #gather} is to be called again
     */
    IceCredentials restart();

    /**
     * Sends a packet to the peer on the path in use; the caller goes on holding it. Does not allocate on the way over
     * a socket of this machine.
     *
     * @return false, with nothing sent, if there is no path with the peer's consent, or the system refused
     */
    boolean send(Packet packet);

    /** Returns the figures so far. */
    IceStats stats();

    /** Releases everything. Completes when no thread, socket or allocation at a relay is left; never fails. */
    CompletableFuture<@Nullable Void> close();
}

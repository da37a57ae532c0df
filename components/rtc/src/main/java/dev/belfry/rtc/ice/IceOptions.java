package dev.belfry.rtc.ice;

import dev.belfry.call.spi.IceServer;
import java.time.Duration;
import java.util.List;

/**
 * How a transport looks for its path.
 *
 * @param role the role to begin with
 * @param servers STUN and TURN servers to ask
 * @param policy which candidates may be used
 * @param network from which addresses to gather
 * @param consent how consent is kept fresh
 * @since 0.1
 */
public record IceOptions(
        IceRole role, List<IceServer> servers, IceTransportPolicy policy, IceNetwork network, Consent consent) {
    public IceOptions {
        servers = List.copyOf(servers);
    }

    /** Returns options for every interface, no server, and the usual times. */
    public static IceOptions of(IceRole role) {
        return new IceOptions(role, List.of(), IceTransportPolicy.ALL, IceNetwork.INTERFACES, Consent.USUAL);
    }

    public IceOptions withRole(IceRole value) {
        return new IceOptions(value, servers, policy, network, consent);
    }

    public IceOptions withServers(List<IceServer> value) {
        return new IceOptions(role, value, policy, network, consent);
    }

    public IceOptions withPolicy(IceTransportPolicy value) {
        return new IceOptions(role, servers, value, network, consent);
    }

    public IceOptions withNetwork(IceNetwork value) {
        return new IceOptions(role, servers, policy, value, consent);
    }

    public IceOptions withConsent(Consent value) {
        return new IceOptions(role, servers, policy, network, value);
    }

    /**
     * The times of consent freshness (RFC 7675 section 5.1).
     *
     * @param interval from one check to the next, varied by a fifth either way
     * @param disconnectedAfter how long without an answer until the path counts as disconnected
     * @param failedAfter how long without an answer until nothing more may be sent; at most 30 seconds by the RFC
     */
    public record Consent(Duration interval, Duration disconnectedAfter, Duration failedAfter) {
        /** A check every 2 seconds, disconnected after 5, failed after 30. */
        public static final Consent USUAL =
                new Consent(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}

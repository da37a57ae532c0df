package dev.belfry.rtc.ice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.ice.Candidate;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.Component;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.RemoteCandidate;
import org.jspecify.annotations.Nullable;

/** Translates candidates from and to ice4j's. */
final class Candidates {
    private static final int COMPONENT = 1;
    private static final int DISCARD_PORT = 9;
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private Candidates() {}

    /** Returns a candidate found here, as it is told to the peer. */
    static IceCandidate local(LocalCandidate candidate, @Nullable InetSocketAddress related, String ufrag) {
        return from(candidate, Optional.ofNullable(related).map(Candidates::related))
                .withUfrag(ufrag);
    }

    /** Hides where a relayed candidate comes from, as RELAY wants. */
    static InetSocketAddress hidden(InetAddress like) {
        return new InetSocketAddress(like instanceof Inet6Address ? "::" : "0.0.0.0", DISCARD_PORT);
    }

    /** Returns a candidate for statistics. */
    static IceCandidate from(Candidate<?> candidate) {
        return from(candidate, Optional.empty());
    }

    private static IceCandidate from(Candidate<?> candidate, Optional<IceCandidate.Related> related) {
        TransportAddress address = candidate.getTransportAddress();
        return new IceCandidate(
                candidate.getFoundation() == null ? "0" : candidate.getFoundation(),
                COMPONENT,
                "udp",
                candidate.getPriority(),
                text(address.getAddress()),
                address.getPort(),
                type(candidate.getType()),
                related,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a peer's candidate for ice4j; null if it cannot be used: not UDP, not an address, not one machine's. */
    static @Nullable RemoteCandidate remote(IceCandidate candidate, Component component) {
        InetAddress address = candidate.protocol().equals("udp") ? literal(candidate.address()) : null;
        if (address == null
                || address.isMulticastAddress()
                || address.isAnyLocalAddress()
                || candidate.port() == 0
                || candidate.component() != COMPONENT) {
            return null;
        }
        return new RemoteCandidate(
                new TransportAddress(address, candidate.port(), Transport.UDP),
                component,
                switch (candidate.type()) {
                    case HOST -> CandidateType.HOST_CANDIDATE;
                    case SERVER_REFLEXIVE -> CandidateType.SERVER_REFLEXIVE_CANDIDATE;
                    case PEER_REFLEXIVE -> CandidateType.PEER_REFLEXIVE_CANDIDATE;
                    case RELAYED -> CandidateType.RELAYED_CANDIDATE;
                },
                candidate.foundation(),
                candidate.priority(),
                null);
    }

    /** Whether two candidates are at the same address, however that is written. */
    static boolean haveSameAddress(IceCandidate one, IceCandidate other) {
        InetAddress address = literal(one.address());
        return one.port() == other.port() && address != null && address.equals(literal(other.address()));
    }

    private static IceCandidateType type(CandidateType type) {
        return switch (type) {
            case HOST_CANDIDATE, LOCAL_CANDIDATE -> IceCandidateType.HOST;
            case SERVER_REFLEXIVE_CANDIDATE, STUN_CANDIDATE -> IceCandidateType.SERVER_REFLEXIVE;
            case PEER_REFLEXIVE_CANDIDATE -> IceCandidateType.PEER_REFLEXIVE;
            case RELAYED_CANDIDATE -> IceCandidateType.RELAYED;
        };
    }

    private static IceCandidate.Related related(InetSocketAddress address) {
        return new IceCandidate.Related(text(address.getAddress()), address.getPort());
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** Returns the address that a text is, without ever asking a name server. */
    private static @Nullable InetAddress literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}

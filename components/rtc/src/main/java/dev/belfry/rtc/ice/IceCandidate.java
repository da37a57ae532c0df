package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import java.util.Optional;

/**
 * An address at which a peer may be reached (RFC 8839 section 5.1). Immutable; an address may be a name that ends in
 * {@code .local} and is never looked up.
 *
 * @param foundation the same for candidates of the same origin; 1 to 32 {@code ice-char}s
 * @param component 1 for bundled media
 * @param protocol {@code udp} or {@code tcp}, in lower case; others are kept as they came
 * @param priority from 1 to 2^31 - 1
 * @param address an IP address as text, or a name
 * @param port from 0 to 65535
 * @param relatedAddress of a candidate that is not a host's: where it comes from
 * @param tcpType {@code active}, {@code passive} or {@code so} (RFC 6544) for TCP
 * @param ufrag the round of ICE it belongs to (RFC 8838 section 5.1), if it says so
 * @since 0.1
 */
public record IceCandidate(
        String foundation,
        int component,
        String protocol,
        long priority,
        String address,
        int port,
        IceCandidateType type,
        Optional<Related> relatedAddress,
        Optional<String> tcpType,
        Optional<String> ufrag) {
    /** The longest attribute that is read, in characters. */
    public static final int MAX_LENGTH = 512;

    /**
     * Where a reflexive or relayed candidate comes from, the attribute's "raddr" and "rport". Browsers hide it as
     * 0.0.0.0 and 9.
     */
    public record Related(String address, int port) {}

    /**
     * Reads the value of an {@code a=candidate} attribute, with or without {@code candidate:} in front of it. Extensions
     * that are not known are skipped.
     *
     * @throws RtcException MALFORMED_DESCRIPTION if it does not follow the RFC's grammar or is too long
     */
    public static IceCandidate parse(String attribute) throws RtcException {
        return new IceCandidateParser(attribute).parse();
    }

    /** Returns the value of the attribute, beginning with {@code candidate:}. */
    public String toAttribute() {
        StringBuilder text = new StringBuilder(128)
                .append("candidate:")
                .append(foundation)
                .append(' ')
                .append(component)
                .append(' ')
                .append(protocol)
                .append(' ')
                .append(priority)
                .append(' ')
                .append(address)
                .append(' ')
                .append(port)
                .append(" typ ")
                .append(type.token());
        relatedAddress.ifPresent(related -> text.append(" raddr ")
                .append(related.address())
                .append(" rport ")
                .append(related.port()));
        tcpType.ifPresent(value -> text.append(" tcptype ").append(value));
        ufrag.ifPresent(value -> text.append(" ufrag ").append(value));
        return text.toString();
    }

    /** Returns this candidate as one of a round of ICE. */
    public IceCandidate withUfrag(String value) {
        return new IceCandidate(
                foundation,
                component,
                protocol,
                priority,
                address,
                port,
                type,
                relatedAddress,
                tcpType,
                Optional.of(value));
    }
}

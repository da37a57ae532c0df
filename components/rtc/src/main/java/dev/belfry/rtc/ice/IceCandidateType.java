package dev.belfry.rtc.ice;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate's address is known (RFC 8445 section 5.1.1).
 *
 * @since 0.1
 */
public enum IceCandidateType {
    /** An address of the machine itself. */
    HOST("host"),
    /** The address a STUN server saw. */
    SERVER_REFLEXIVE("srflx"),
    /** The address the peer saw. */
    PEER_REFLEXIVE("prflx"),
    /** An address of a TURN server. */
    RELAYED("relay");

    private final String token;

    IceCandidateType(String token) {
        this.token = token;
    }

    /** Returns the word of RFC 8839 section 5.1, which statistics use as well. */
    public String token() {
        return token;
    }

    /** Returns the type of that word, or null. */
    public static @Nullable IceCandidateType of(String token) {
        for (IceCandidateType type : values()) {
            if (type.token.equals(token)) {
                return type;
            }
        }
        return null;
    }
}

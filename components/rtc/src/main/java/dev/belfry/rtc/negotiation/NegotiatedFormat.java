package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import java.util.Map;

/**
 * A codec as agreed on for one direction of a section.
 *
 * @param payloadType its number on the wire
 * @param rtxPayloadType that of its resent packets (RFC 4588); {@link #NO_RTX} if they are not resent
 * @param parameters the receiver's {@code a=fmtp}, names in lower case: what it can decode, not what it must be sent
 * @since 0.1
 */
public record NegotiatedFormat(Codec codec, int payloadType, int rtxPayloadType, Map<String, String> parameters) {
    /** Packets are not resent. */
    public static final int NO_RTX = -1;

    public NegotiatedFormat {
        parameters = Map.copyOf(parameters);
    }
}

package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import java.util.List;

/**
 * How a connection is to be.
 *
 * @param polite whether this side gives way when both offer at once; one of the two has to be, the callee by custom
 * @param codecs what may be sent and received, best first
 * @param bitrates how much may be sent
 * @param ice how a path is looked for; its role is replaced: whoever offers first controls (RFC 8445 section 6.1.1)
 * @since 0.1
 */
public record PeerConnectionOptions(boolean polite, List<Codec> codecs, Bitrates bitrates, IceOptions ice) {
    public PeerConnectionOptions {
        codecs = List.copyOf(codecs);
    }

    /** Returns options for every codec, VP8 first, the usual rates, every interface and no server. */
    public static PeerConnectionOptions of(boolean polite) {
        return new PeerConnectionOptions(
                polite,
                List.of(Codec.OPUS, Codec.VP8, Codec.VP9, Codec.H264),
                Bitrates.USUAL,
                IceOptions.of(IceRole.CONTROLLING));
    }

    public PeerConnectionOptions withCodecs(List<Codec> value) {
        return new PeerConnectionOptions(polite, value, bitrates, ice);
    }

    public PeerConnectionOptions withBitrates(Bitrates value) {
        return new PeerConnectionOptions(polite, codecs, value, ice);
    }

    public PeerConnectionOptions withIce(IceOptions value) {
        return new PeerConnectionOptions(polite, codecs, bitrates, value);
    }
}

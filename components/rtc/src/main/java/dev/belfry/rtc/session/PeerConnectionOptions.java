package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import java.util.List;

/**
 * How a connection is to be.
 *
 * @param polite whether this side gives way when both offer at once; one of the two has to be, the callee by custom
 * @param codecs what may be sent and received, best first
 * @param bitrates how much may be sent
 * @since 0.1
 */
public record PeerConnectionOptions(boolean polite, List<Codec> codecs, Bitrates bitrates) {
    public PeerConnectionOptions {
        codecs = List.copyOf(codecs);
    }

    /** Returns options for every codec, VP8 first, and the usual rates. */
    public static PeerConnectionOptions of(boolean polite) {
        return new PeerConnectionOptions(polite, List.of(Codec.OPUS, Codec.VP8, Codec.VP9, Codec.H264), Bitrates.USUAL);
    }

    public PeerConnectionOptions withCodecs(List<Codec> value) {
        return new PeerConnectionOptions(polite, value, bitrates);
    }

    public PeerConnectionOptions withBitrates(Bitrates value) {
        return new PeerConnectionOptions(polite, codecs, value);
    }
}

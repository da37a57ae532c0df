package dev.belfry.engine.rtc;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses how pictures are encoded once for all peers. */
final class CodecChoice {
    private static final List<Codec> PICTURES = List.of(Codec.VP8, Codec.VP9, Codec.H264);

    private CodecChoice() {}

    /** Returns what to offer: sound, the preferred codec, then the others. */
    static List<Codec> offered(Codec preferred) {
        List<Codec> codecs = new ArrayList<>(List.of(Codec.OPUS, preferred));
        PICTURES.stream().filter(codec -> codec != preferred).forEach(codecs::add);
        return codecs;
    }

    /**
     * Returns the first of what was offered that every peer decodes; where they have none in common, what most of them
     * do.
     *
     * @param peers what each peer decodes
     * @return null without peers
     */
    static @Nullable Codec choose(Codec preferred, List<List<Codec>> peers) {
        Codec best = null;
        long most = 0;
        for (Codec codec : offered(preferred)) {
            long seeing = peers.stream().filter(peer -> peer.contains(codec)).count();
            if (codec.kind() == MediaKind.VIDEO && seeing > most) {
                best = codec;
                most = seeing;
            }
        }
        return best;
    }
}

package dev.belfry.rtc.sdp;

import java.util.List;

/**
 * What a section says of its streams: {@code a=msid}, {@code a=ssrc} and {@code a=ssrc-group} (RFC 8830, RFC 5576).
 *
 * @since 0.1
 */
public record SourceDescription(List<MediaStreamId> streams, List<Source> sources, List<Group> groups) {
    /** Nothing is said. */
    public static final SourceDescription NONE = new SourceDescription(List.of(), List.of(), List.of());

    public SourceDescription {
        streams = List.copyOf(streams);
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
    }

    /**
     * A synchronisation source.
     *
     * @param ssrc 32 bits, unsigned
     * @param cname empty if not said
     */
    public record Source(long ssrc, String cname) {}

    /**
     * Sources that belong together.
     *
     * @param semantics such as {@code FID}: a source and the one it is resent by
     */
    public record Group(String semantics, List<Long> ssrcs) {
        public Group {
            ssrcs = List.copyOf(ssrcs);
        }
    }
}

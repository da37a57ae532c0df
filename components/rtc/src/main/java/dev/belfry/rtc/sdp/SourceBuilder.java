package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a section says of its streams. */
final class SourceBuilder {
    private final List<MediaStreamId> streams = new ArrayList<>();
    private final Map<Long, String> sources = new LinkedHashMap<>();
    private final List<SourceDescription.Group> groups = new ArrayList<>();

    void stream(SdpLine line) throws RtcException {
        Words words = line.words();
        MediaStreamId id = new MediaStreamId(words.next("stream"), words.nextIfAny("track"));
        Bounded.add(streams, id, Bounded.STREAMS, line);
    }

    void source(SdpLine line) throws RtcException {
        Words words = line.words();
        long ssrc = words.nextUnsigned("ssrc");
        String attribute = words.rest();
        if (!sources.containsKey(ssrc)) {
            Bounded.room(sources.size(), Bounded.SOURCES, line);
            sources.put(ssrc, "");
        }
        if (attribute.startsWith("cname:")) {
            sources.put(ssrc, attribute.substring("cname:".length()));
        }
    }

    void group(SdpLine line) throws RtcException {
        Words words = line.words();
        String semantics = words.next("semantics");
        List<Long> ssrcs = new ArrayList<>();
        while (words.hasNext()) {
            Bounded.add(ssrcs, words.nextUnsigned("ssrc"), Bounded.SOURCES, line);
        }
        Bounded.add(groups, new SourceDescription.Group(semantics, ssrcs), Bounded.SOURCES, line);
    }

    SourceDescription build() {
        List<SourceDescription.Source> all = sources.entrySet().stream()
                .map(entry -> new SourceDescription.Source(entry.getKey(), entry.getValue()))
                .toList();
        return new SourceDescription(streams, all, groups);
    }
}

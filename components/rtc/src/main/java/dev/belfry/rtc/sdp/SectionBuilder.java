package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers one media section, or what is said before the first, which holds for all of them. */
final class SectionBuilder {
    private static final int MAX_PORT = 65_535;

    /** What is done with each attribute; those not listed are ignored. */
    private static final Map<String, Attribute> ATTRIBUTES = Map.ofEntries(
            Map.entry("mid", SectionBuilder::mid),
            Map.entry("bundle-only", (section, line) -> section.bundleOnly = true),
            Map.entry("sendrecv", (section, line) -> section.direction = Direction.SENDRECV),
            Map.entry("sendonly", (section, line) -> section.direction = Direction.SENDONLY),
            Map.entry("recvonly", (section, line) -> section.direction = Direction.RECVONLY),
            Map.entry("inactive", (section, line) -> section.direction = Direction.INACTIVE),
            Map.entry("rtpmap", (section, line) -> section.rtp.mapping(line)),
            Map.entry("fmtp", (section, line) -> section.rtp.parameters(line)),
            Map.entry("rtcp-fb", (section, line) -> section.rtp.feedback(line)),
            Map.entry("extmap", (section, line) -> section.rtp.extension(line)),
            Map.entry("rtcp-mux", (section, line) -> section.rtp.mux()),
            Map.entry("rtcp-mux-only", (section, line) -> section.rtp.muxOnly()),
            Map.entry("rtcp-rsize", (section, line) -> section.rtp.reducedSize()),
            Map.entry("msid", (section, line) -> section.sources.stream(line)),
            Map.entry("ssrc", (section, line) -> section.sources.source(line)),
            Map.entry("ssrc-group", (section, line) -> section.sources.group(line)),
            Map.entry("ice-ufrag", (section, line) -> section.transport.iceUfrag(line)),
            Map.entry("ice-pwd", (section, line) -> section.transport.icePassword(line)),
            Map.entry("ice-options", (section, line) -> section.transport.iceOptions(line)),
            Map.entry("fingerprint", (section, line) -> section.transport.fingerprint(line)),
            Map.entry("setup", (section, line) -> section.transport.setup(line)),
            Map.entry("candidate", (section, line) -> section.transport.candidate(line)),
            Map.entry("end-of-candidates", (section, line) -> section.transport.endOfCandidates()));

    private final RtpBuilder rtp = new RtpBuilder();
    private final SourceBuilder sources = new SourceBuilder();
    private final TransportBuilder transport = new TransportBuilder();
    private final List<String> formats = new ArrayList<>();
    private String media = "";
    private int port;
    private String protocol = "";
    private @Nullable String mid;
    private @Nullable Direction direction;
    private boolean bundleOnly;

    /** Creates one for what is said before the first section. */
    SectionBuilder() {}

    /** Creates one for a section. */
    SectionBuilder(SdpLine line) throws RtcException {
        Words words = line.words();
        media = words.next("media");
        port = words.number(words.next("port").split("/", 2)[0], "port", 0, MAX_PORT);
        protocol = words.next("protocol");
        while (words.hasNext()) {
            Bounded.add(formats, words.next("format"), Bounded.FORMATS, line);
        }
        if (formats.isEmpty()) {
            throw line.malformed("format is missing");
        }
        rtp.formats(formats);
    }

    void attribute(SdpLine line) throws RtcException {
        Attribute attribute = ATTRIBUTES.get(line.attribute());
        if (attribute != null) {
            attribute.take(this, line);
        }
    }

    MediaDescription build(SectionBuilder session) {
        Direction usual = session.direction != null ? session.direction : Direction.SENDRECV;
        return new MediaDescription(
                media,
                port,
                protocol,
                formats,
                mid,
                direction != null ? direction : usual,
                bundleOnly,
                rtp.build(session.rtp),
                sources.build(),
                transport.build(session.transport));
    }

    private void mid(SdpLine line) throws RtcException {
        mid = line.words().next("mid");
    }

    /** What is done with an attribute. */
    private interface Attribute {
        void take(SectionBuilder section, SdpLine line) throws RtcException;
    }
}

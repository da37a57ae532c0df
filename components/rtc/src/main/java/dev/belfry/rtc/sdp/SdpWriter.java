package dev.belfry.rtc.sdp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes one description. */
final class SdpWriter {
    private final StringBuilder text = new StringBuilder(4096);

    String write(SessionDescription session) {
        line("v=0");
        line("o=- " + Long.toUnsignedString(session.sessionId()) + " " + Long.toUnsignedString(session.version())
                + " IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        for (List<String> mids : session.bundles()) {
            line("a=group:BUNDLE" + mids.stream().map(mid -> " " + mid).collect(Collectors.joining()));
        }
        if (session.extmapAllowMixed()) {
            line("a=extmap-allow-mixed");
        }
        if (session.iceLite()) {
            line("a=ice-lite");
        }
        session.media().forEach(this::section);
        return text.toString();
    }

    private void section(MediaDescription media) {
        line("m=" + media.media() + " " + media.port() + " " + media.protocol() + " "
                + String.join(" ", media.formats()));
        line("c=IN IP4 0.0.0.0");
        if (media.mid() != null) {
            line("a=mid:" + media.mid());
        }
        if (media.bundleOnly()) {
            line("a=bundle-only");
        }
        transport(media.transport());
        line("a=" + media.direction().attribute());
        sources(media.sources());
        rtp(media.rtp());
    }

    private void transport(TransportDescription transport) {
        if (transport.iceUfrag() != null) {
            line("a=ice-ufrag:" + transport.iceUfrag());
        }
        if (transport.icePassword() != null) {
            line("a=ice-pwd:" + transport.icePassword());
        }
        if (!transport.iceOptions().isEmpty()) {
            line("a=ice-options:" + transport.iceOptions().stream().sorted().collect(Collectors.joining(" ")));
        }
        for (CertificateFingerprint fingerprint : transport.fingerprints()) {
            line("a=fingerprint:" + fingerprint.hash() + " " + fingerprint.value());
        }
        if (transport.setup() != null) {
            line("a=setup:" + transport.setup().value());
        }
        transport.candidates().forEach(candidate -> line("a=" + candidate));
        if (transport.endOfCandidates()) {
            line("a=end-of-candidates");
        }
    }

    private void sources(SourceDescription sources) {
        for (MediaStreamId id : sources.streams()) {
            line("a=msid:" + id.stream() + (id.track().isEmpty() ? "" : " " + id.track()));
        }
        for (SourceDescription.Group group : sources.groups()) {
            String ssrcs = group.ssrcs().stream().map(ssrc -> " " + ssrc).collect(Collectors.joining());
            line("a=ssrc-group:" + group.semantics() + ssrcs);
        }
        for (SourceDescription.Source source : sources.sources()) {
            line("a=ssrc:" + source.ssrc() + (source.cname().isEmpty() ? "" : " cname:" + source.cname()));
        }
    }

    private void rtp(RtpDescription rtp) {
        flag(rtp.mux(), "rtcp-mux");
        flag(rtp.muxOnly(), "rtcp-mux-only");
        flag(rtp.reducedSize(), "rtcp-rsize");
        for (HeaderExtensionEntry extension : rtp.extensions()) {
            String direction = extension.direction() == Direction.SENDRECV
                    ? ""
                    : "/" + extension.direction().attribute();
            line("a=extmap:" + extension.id() + direction + " " + extension.uri());
        }
        rtp.payloads().forEach(this::payload);
    }

    private void payload(PayloadFormat payload) {
        line("a=rtpmap:" + payload.number() + " " + payload.encoding() + "/" + payload.clockRate()
                + (payload.channels() == 1 ? "" : "/" + payload.channels()));
        payload.feedback().forEach(kind -> line("a=rtcp-fb:" + payload.number() + " " + kind));
        if (!payload.parameters().isEmpty()) {
            line("a=fmtp:" + payload.number() + " "
                    + payload.parameters().entrySet().stream()
                            .map(SdpWriter::parameter)
                            .collect(Collectors.joining(";")));
        }
    }

    private static String parameter(Map.Entry<String, String> entry) {
        return entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + "=" + entry.getValue();
    }

    private void flag(boolean set, String name) {
        if (set) {
            line("a=" + name);
        }
    }

    private void line(String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A line break within a value of a description");
        }
        text.append(line).append("\r\n");
    }
}

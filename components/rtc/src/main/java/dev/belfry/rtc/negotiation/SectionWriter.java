package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.HeaderExtensionEntry;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.MediaStreamId;
import dev.belfry.rtc.sdp.PayloadFormat;
import dev.belfry.rtc.sdp.RtpDescription;
import dev.belfry.rtc.sdp.SetupRole;
import dev.belfry.rtc.sdp.SourceDescription;
import dev.belfry.rtc.sdp.TransportDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes sections of this side (RFC 8829 sections 5.2 and 5.3). */
final class SectionWriter {
    private final MediaCapabilities capabilities;
    private final Numbers numbers;

    SectionWriter(MediaCapabilities capabilities, Numbers numbers) {
        this.capabilities = capabilities;
        this.numbers = numbers;
    }

    /** Returns a section of an offer, with everything this side can do. */
    MediaDescription offer(
            Section section, Transceiver transceiver, boolean bundleOnly, TransportDescription transport) {
        List<PayloadFormat> payloads = new ArrayList<>();
        for (Codec codec : capabilities.codecs(transceiver.kind())) {
            int number = numbers.payload(codec);
            payloads.add(Formats.describe(codec, number, Formats.parameters(codec), capabilities));
            if (Formats.hasRtx(codec)) {
                payloads.add(Formats.describeRtx(codec, numbers.rtx(codec), number));
            }
        }
        RtpDescription rtp = new RtpDescription(payloads, extensions(transceiver.kind()), true, true, true);
        int port = bundleOnly ? 0 : Section.DISCARD_PORT;
        return write(section, transceiver, section.local(), port, bundleOnly, rtp, transport);
    }

    /** Returns a section of an answer: what both sides can do, under the offer's numbers. */
    MediaDescription answer(
            Section section,
            Transceiver transceiver,
            MediaDescription offer,
            List<Formats.Match> matches,
            TransportDescription transport) {
        List<PayloadFormat> payloads = new ArrayList<>();
        for (Formats.Match match : matches) {
            Codec codec = match.codec();
            int number = match.payload().number();
            PayloadFormat own = Formats.describe(codec, number, answerTo(match), capabilities);
            payloads.add(new PayloadFormat(
                    number,
                    match.payload().encoding(),
                    own.clockRate(),
                    own.channels(),
                    own.parameters(),
                    own.feedback().stream()
                            .filter(match.payload().feedback()::contains)
                            .toList()));
            if (match.hasRtx()) {
                payloads.add(Formats.describeRtx(codec, match.rtx(), number));
            }
        }
        List<HeaderExtensionEntry> extensions = Extensions.common(offer, transceiver.kind(), capabilities).stream()
                .map(entry -> new HeaderExtensionEntry(
                        entry.id(), entry.uri(), entry.direction().reversed()))
                .toList();
        RtpDescription rtp = new RtpDescription(
                payloads, extensions, true, false, offer.rtp().reducedSize());
        return write(section, transceiver, section.local(), Section.DISCARD_PORT, false, rtp, transport);
    }

    private static Map<String, String> answerTo(Formats.Match match) {
        return Formats.answerTo(match.codec(), match.payload());
    }

    /** Returns the transport of a description; sections but the first leave out the candidates, which are the same. */
    static TransportDescription transport(LocalTransport local, @Nullable SetupRole setup, boolean first) {
        return new TransportDescription(
                local.iceUfrag(),
                local.icePassword(),
                Set.of("trickle"),
                List.of(local.fingerprint()),
                setup,
                first ? local.candidates() : List.of(),
                first && local.endOfCandidates());
    }

    private MediaDescription write(
            Section section,
            Transceiver transceiver,
            Direction direction,
            int port,
            boolean bundleOnly,
            RtpDescription rtp,
            TransportDescription transport) {
        return new MediaDescription(
                section.media(),
                port,
                section.protocol(),
                Formats.numbers(rtp.payloads()),
                section.mid(),
                direction,
                bundleOnly,
                rtp,
                sources(transceiver, direction, rtp),
                transport);
    }

    private List<HeaderExtensionEntry> extensions(MediaKind kind) {
        return List.of(HeaderExtension.values()).stream()
                .filter(extension -> capabilities.has(kind, extension))
                .map(extension -> new HeaderExtensionEntry(numbers.extension(extension), extension.uri()))
                .toList();
    }

    private static SourceDescription sources(Transceiver transceiver, Direction direction, RtpDescription rtp) {
        LocalSource source = transceiver.source();
        if (source == null || !direction.sends()) {
            return SourceDescription.NONE;
        }
        List<SourceDescription.Source> sources = new ArrayList<>();
        List<SourceDescription.Group> groups = new ArrayList<>();
        sources.add(new SourceDescription.Source(source.ssrc(), source.cname()));
        boolean resent = rtp.payloads().stream().anyMatch(payload -> payload.is(Formats.RTX));
        if (resent && source.rtxSsrc() != LocalSource.NO_RTX) {
            sources.add(new SourceDescription.Source(source.rtxSsrc(), source.cname()));
            groups.add(new SourceDescription.Group("FID", List.of(source.ssrc(), source.rtxSsrc())));
        }
        List<MediaStreamId> streams = List.of(new MediaStreamId(source.streamId(), source.trackId()));
        return new SourceDescription(streams, sources, groups);
    }
}

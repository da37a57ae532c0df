package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SourceDescription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what two descriptions of one section, this side's and the peer's, come to. */
final class MediaReader {
    private final MediaCapabilities capabilities;

    MediaReader(MediaCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    /**
     * Returns what was agreed on.
     *
     * @param byAnswer whether the local description is the answer: the answer's order of codecs holds for both sides
     */
    NegotiatedMedia read(
            int index, Transceiver transceiver, MediaDescription local, MediaDescription remote, boolean byAnswer) {
        Direction direction = local.direction().and(remote.direction().reversed());
        List<Formats.Match> ours = Formats.inOrder(local.rtp().payloads(), capabilities.codecs(transceiver.kind()));
        List<Formats.Match> theirs = Formats.inOrder(remote.rtp().payloads(), capabilities.codecs(transceiver.kind()));
        List<NegotiatedFormat> send = new ArrayList<>();
        List<NegotiatedFormat> receive = new ArrayList<>();
        for (Formats.Match match : byAnswer ? ours : theirs) {
            Optional<Formats.Match> own = Formats.find(ours, match.codec());
            Optional<Formats.Match> other = Formats.find(theirs, match.codec());
            if (own.isPresent() && other.isPresent()) {
                boolean resent = own.get().hasRtx() && other.get().hasRtx();
                send.add(other.get().format(resent));
                receive.add(own.get().format(resent));
            }
        }
        // Whoever offers has to take all it offered (RFC 3264 section 5.1): some peers send more than they answered.
        ours.stream()
                .filter(own -> receive.stream().noneMatch(format -> format.codec() == own.codec()))
                .forEach(own -> receive.add(own.format(own.hasRtx())));
        HeaderExtensionMap extensions = Extensions.map(Extensions.common(remote, transceiver.kind(), capabilities));
        return new NegotiatedMedia(
                index,
                local.mid() == null ? "" : local.mid(),
                transceiver.kind(),
                false,
                direction,
                direction.sends() ? send : List.of(),
                direction.receives() ? receive : List.of(),
                extensions,
                feedback(ours, theirs, extensions),
                sources(remote.sources()),
                remote.sources().streams(),
                transceiver);
    }

    /** Returns what is known of a section that carries nothing. */
    static NegotiatedMedia rejected(int index, String mid, Transceiver transceiver) {
        return new NegotiatedMedia(
                index,
                mid,
                transceiver.kind(),
                true,
                Direction.INACTIVE,
                List.of(),
                List.of(),
                HeaderExtensionMap.NONE,
                Set.of(),
                List.of(),
                List.of(),
                transceiver);
    }

    private static Set<Feedback> feedback(
            List<Formats.Match> ours, List<Formats.Match> theirs, HeaderExtensionMap extensions) {
        Set<Feedback> feedback = EnumSet.noneOf(Feedback.class);
        for (Feedback kind : Feedback.values()) {
            if (allows(ours, kind) && allows(theirs, kind)) {
                feedback.add(kind);
            }
        }
        if (extensions.id(HeaderExtension.TRANSPORT_SEQUENCE) == 0) {
            feedback.remove(Feedback.TRANSPORT_CC);
        }
        return feedback;
    }

    private static boolean allows(List<Formats.Match> matches, Feedback kind) {
        return matches.stream().anyMatch(match -> match.payload().feedback().contains(kind.attribute()));
    }

    private static List<NegotiatedMedia.RemoteSource> sources(SourceDescription sources) {
        Map<Long, Long> resentBy = new LinkedHashMap<>();
        for (SourceDescription.Group group : sources.groups()) {
            if (group.semantics().equals("FID") && group.ssrcs().size() == 2) {
                resentBy.put(group.ssrcs().get(0), group.ssrcs().get(1));
            }
        }
        return sources.sources().stream()
                .map(SourceDescription.Source::ssrc)
                .filter(ssrc -> !resentBy.containsValue(ssrc))
                .map(ssrc -> new NegotiatedMedia.RemoteSource(
                        ssrc, resentBy.getOrDefault(ssrc, NegotiatedMedia.RemoteSource.UNKNOWN)))
                .toList();
    }
}

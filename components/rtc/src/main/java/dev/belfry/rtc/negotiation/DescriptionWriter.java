package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import dev.belfry.rtc.sdp.SetupRole;
import java.util.ArrayList;
import java.util.List;

/** Writes the offers and answers of this side (RFC 8829 sections 5.2 and 5.3), each of a version above the last. */
final class DescriptionWriter {
    private final MediaCapabilities capabilities;
    private final long sessionId;
    private final SectionWriter writer;
    private long version;

    DescriptionWriter(MediaCapabilities capabilities, Numbers numbers, long sessionId) {
        this.capabilities = capabilities;
        this.sessionId = sessionId;
        writer = new SectionWriter(capabilities, numbers);
    }

    SessionDescription offer(List<Section> sections, LocalTransport transport) {
        List<MediaDescription> media = new ArrayList<>();
        boolean first = true;
        for (Section section : sections) {
            Transceiver transceiver = section.transceiver();
            if (transceiver == null) {
                media.add(section.describeRejected());
                continue;
            }
            boolean bundleOnly = !first && transceiver.mid() == null;
            media.add(writer.offer(
                    section, transceiver, bundleOnly, SectionWriter.transport(transport, SetupRole.ACTPASS, first)));
            first = false;
        }
        return describe(Section.accepted(sections), media, true);
    }

    /**
     * Returns the answer to an offer of the peer.
     *
     * @param sections one for each of the offer, in its order
     */
    SessionDescription answer(
            SessionDescription offer, List<Section> sections, TransportAgreement transport, LocalTransport local) {
        List<MediaDescription> media = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Transceiver transceiver = section.transceiver();
            if (transceiver == null) {
                media.add(section.describeRejected());
                continue;
            }
            MediaDescription remote = offer.media().get(i);
            List<Formats.Match> matches =
                    Formats.ours(remote.rtp().payloads(), capabilities.codecs(transceiver.kind()));
            boolean first = section.mid().equals(transport.mid());
            media.add(writer.answer(
                    section, transceiver, remote, matches, SectionWriter.transport(local, transport.setup(), first)));
        }
        List<String> accepted = Section.accepted(sections);
        List<String> bundle = Bundle.mids(offer).stream()
                .filter(accepted::contains)
                .distinct()
                .toList();
        return describe(bundle, media, offer.extmapAllowMixed());
    }

    private SessionDescription describe(List<String> bundle, List<MediaDescription> media, boolean mixed) {
        version++;
        List<List<String>> bundles = bundle.isEmpty() ? List.of() : List.of(bundle);
        return new SessionDescription(sessionId, version, bundles, false, mixed, media);
    }
}

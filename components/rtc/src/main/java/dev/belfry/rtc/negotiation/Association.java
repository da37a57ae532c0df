package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a transceiver for each section of the peer's offer, or rejects it (RFC 8829 section 5.10). */
final class Association {
    private static final String SECURE_RTP = "RTP/SAVPF";
    private static final int MAX_MID = 64;

    private final MediaCapabilities capabilities;
    private final List<Section> before;
    private final List<Transceiver> free;

    /**
     * Creates one.
     *
     * @param before the sections so far
     * @param free transceivers that have no section yet
     */
    Association(MediaCapabilities capabilities, List<Section> before, List<Transceiver> free) {
        this.capabilities = capabilities;
        this.before = before;
        this.free = new ArrayList<>(free);
    }

    /**
     * Returns the sections that the answer will have.
     *
     * @throws RtcException DESCRIPTION_REFUSED if the offer does not follow on what was, or the peer cannot bundle
     */
    List<Section> of(SessionDescription offer) throws RtcException {
        if (offer.media().size() < before.size()) {
            throw Bundle.refused("fewer sections than before");
        }
        Bundle.checkExtensions(offer);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription media = offer.media().get(i);
            Section previous = i < before.size() ? before.get(i) : null;
            sections.add(section(offer, media, previous));
        }
        return sections;
    }

    private Section section(SessionDescription offer, MediaDescription media, @Nullable Section previous)
            throws RtcException {
        String mid = media.mid() == null ? "" : media.mid();
        Transceiver transceiver = previous == null ? null : previous.transceiver();
        if (previous != null
                && transceiver != null
                && (!previous.mid().equals(mid) || !previous.media().equals(media.media()))) {
            throw Bundle.refused("section " + previous.mid() + " became " + mid);
        }
        MediaKind kind = usable(offer, media);
        if (kind == null || (transceiver != null && transceiver.isStopped())) {
            return section(media, mid, null, Direction.INACTIVE);
        }
        Bundle.check(media);
        Transceiver chosen = transceiver != null ? transceiver : find(kind, media.direction());
        return section(
                media, mid, chosen, chosen.described().and(media.direction().reversed()));
    }

    private static Section section(
            MediaDescription media, String mid, @Nullable Transceiver transceiver, Direction direction) {
        return new Section(
                mid, media.media(), media.protocol(), media.formats(), transceiver, direction, media.direction());
    }

    /** Returns the kind of a section that can be taken; null for one that has to be rejected. */
    private @Nullable MediaKind usable(SessionDescription offer, MediaDescription media) throws RtcException {
        MediaKind kind = kind(media);
        if (kind == null
                || media.isRejected()
                || !media.protocol().endsWith(SECURE_RTP)
                || Formats.ours(media.rtp().payloads(), capabilities.codecs(kind))
                        .isEmpty()) {
            return null;
        }
        if (Bundle.mids(offer).isEmpty()) {
            throw Bundle.refused("sections are not bundled");
        }
        boolean named = media.mid() != null && media.mid().length() <= MAX_MID;
        return named && Bundle.has(offer, media) ? kind : null;
    }

    private static @Nullable MediaKind kind(MediaDescription media) {
        for (MediaKind kind : MediaKind.values()) {
            if (Section.mediaOf(kind).equals(media.media())) {
                return kind;
            }
        }
        return null;
    }

    /** Returns a transceiver that waits for such a section, or a new one that receives. */
    private Transceiver find(MediaKind kind, Direction offered) {
        for (Transceiver transceiver : free) {
            if (transceiver.kind() == kind
                    && (offered.receives() || !transceiver.described().sends())) {
                free.remove(transceiver);
                return transceiver;
            }
        }
        return new Transceiver(kind, Direction.RECVONLY, null);
    }
}

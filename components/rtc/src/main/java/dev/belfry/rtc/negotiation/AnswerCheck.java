package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;

/** Checks that an answer fits the offer (RFC 3264 section 6, RFC 8829 section 5.11). */
final class AnswerCheck {
    private final MediaCapabilities capabilities;

    AnswerCheck(MediaCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    /**
     * Returns the sections offered, those rejected by the answer marked so.
     *
     * @throws RtcException DESCRIPTION_REFUSED if the answer does not fit
     */
    List<Section> of(SessionDescription answer, List<Section> offered) throws RtcException {
        if (answer.media().size() != offered.size()) {
            throw Bundle.refused("the answer has " + answer.media().size() + " sections, the offer " + offered.size());
        }
        Bundle.checkExtensions(answer);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            sections.add(check(answer, answer.media().get(i), offered.get(i)));
        }
        return sections;
    }

    private Section check(SessionDescription answer, MediaDescription media, Section offered) throws RtcException {
        if (!media.media().equals(offered.media())) {
            throw Bundle.refused("section " + offered.mid() + " is answered by " + media.media());
        }
        Transceiver transceiver = offered.transceiver();
        if (transceiver == null || media.isRejected()) {
            return offered.rejected();
        }
        if (!offered.mid().equals(media.mid()) || !Bundle.has(answer, media)) {
            throw Bundle.refused("section " + offered.mid() + " is not bundled");
        }
        Bundle.check(media);
        if (Formats.ours(media.rtp().payloads(), capabilities.codecs(transceiver.kind()))
                .isEmpty()) {
            throw Bundle.refused("section " + offered.mid() + " has no codec that was offered");
        }
        return offered;
    }
}

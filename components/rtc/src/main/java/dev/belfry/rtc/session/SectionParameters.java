package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.negotiation.Feedback;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.negotiation.NegotiatedMedia;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the media needs to know of one media section that was agreed on.
 *
 * @param sendFormats what the peer takes, in its order of preference; empty if nothing may be sent
 * @param receiveFormats what the peer may send; empty if it may send nothing
 * @param transportFeedback whether arrivals of packets are told
 * @param remoteSources the peer's streams, as far as it names them
 */
record SectionParameters(
        String mid,
        MediaKind kind,
        List<NegotiatedFormat> sendFormats,
        List<NegotiatedFormat> receiveFormats,
        HeaderExtensionMap extensions,
        boolean transportFeedback,
        List<NegotiatedMedia.RemoteSource> remoteSources) {
    SectionParameters {
        sendFormats = List.copyOf(sendFormats);
        receiveFormats = List.copyOf(receiveFormats);
        remoteSources = List.copyOf(remoteSources);
    }

    static SectionParameters of(NegotiatedMedia media) {
        return new SectionParameters(
                media.mid(),
                media.kind(),
                media.sendFormats(),
                media.receiveFormats(),
                media.extensions(),
                media.feedback().contains(Feedback.TRANSPORT_CC),
                media.remoteSources());
    }

    /** Returns how this codec is sent, or null if the peer does not take it. */
    @Nullable
    NegotiatedFormat sendFormat(Codec codec) {
        for (int i = 0; i < sendFormats.size(); i++) {
            if (sendFormats.get(i).codec() == codec) {
                return sendFormats.get(i);
            }
        }
        return null;
    }

    List<Codec> sendCodecs() {
        return sendFormats.stream().map(NegotiatedFormat::codec).distinct().toList();
    }
}

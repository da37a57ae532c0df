package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.rtp.HeaderExtension;
import java.util.List;
import java.util.Set;

/**
 * What this side sends and receives. VP9 is profile 0, H.264 constrained baseline in packetization mode 1; video codecs
 * are resent by RTX.
 *
 * @param codecs best first: the order of an offer, and of an answer too, so that the answerer's wish holds for both
 * @param extensions of RTP headers; the audio level is for audio alone
 * @param feedback for video; of these, audio has {@link Feedback#TRANSPORT_CC} alone
 * @since 0.1
 */
public record MediaCapabilities(List<Codec> codecs, Set<HeaderExtension> extensions, Set<Feedback> feedback) {
    public MediaCapabilities {
        codecs = codecs.stream().distinct().toList();
        extensions = Set.copyOf(extensions);
        feedback = Set.copyOf(feedback);
    }

    /** Returns capabilities with these codecs, every extension and every kind of feedback. */
    public static MediaCapabilities of(List<Codec> codecs) {
        return new MediaCapabilities(codecs, Set.of(HeaderExtension.values()), Set.of(Feedback.values()));
    }

    List<Codec> codecs(MediaKind kind) {
        return codecs.stream().filter(codec -> codec.kind() == kind).toList();
    }

    boolean has(MediaKind kind, HeaderExtension extension) {
        return extensions.contains(extension) && (kind == MediaKind.AUDIO || extension != HeaderExtension.AUDIO_LEVEL);
    }

    boolean has(MediaKind kind, Feedback kindOfFeedback) {
        return feedback.contains(kindOfFeedback)
                && (kind == MediaKind.VIDEO || kindOfFeedback == Feedback.TRANSPORT_CC);
    }
}

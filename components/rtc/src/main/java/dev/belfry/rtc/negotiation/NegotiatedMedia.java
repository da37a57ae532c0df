package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaStreamId;
import java.util.List;
import java.util.Set;

/**
 * What both sides agreed on for one section of audio or video. Immutable.
 *
 * @param index of the section, from 0
 * @param rejected it carries nothing; what follows is empty then
 * @param direction seen from this side
 * @param sendFormats what the peer takes, the one to be used first; empty if nothing may be sent
 * @param receiveFormats what the peer may send, any of them at any time; empty if it may send nothing
 * @param feedback that both understand
 * @param remoteSources the peer's streams as far as it names them; all others are found by their mid
 * @param remoteStreams the streams the peer's track belongs to
 * @param transceiver this side's wish for the section
 * @since 0.1
 */
public record NegotiatedMedia(
        int index,
        String mid,
        MediaKind kind,
        boolean rejected,
        Direction direction,
        List<NegotiatedFormat> sendFormats,
        List<NegotiatedFormat> receiveFormats,
        HeaderExtensionMap extensions,
        Set<Feedback> feedback,
        List<RemoteSource> remoteSources,
        List<MediaStreamId> remoteStreams,
        Transceiver transceiver) {
    public NegotiatedMedia {
        sendFormats = List.copyOf(sendFormats);
        receiveFormats = List.copyOf(receiveFormats);
        feedback = Set.copyOf(feedback);
        remoteSources = List.copyOf(remoteSources);
        remoteStreams = List.copyOf(remoteStreams);
    }

    /**
     * A stream of the peer's.
     *
     * @param rtxSsrc under which it is resent; {@link #UNKNOWN} if it does not say
     */
    public record RemoteSource(long ssrc, long rtxSsrc) {
        /** The peer does not say. */
        public static final long UNKNOWN = -1;
    }
}

package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.negotiation.LocalSource;
import dev.belfry.rtc.negotiation.NegotiatedMedia;
import dev.belfry.rtc.negotiation.Negotiator;
import dev.belfry.rtc.negotiation.Transceiver;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaStreamId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the tracks of both sides in step with what is agreed on. For the loop. */
final class Tracks {
    private final MediaSession media;
    private final Negotiator negotiator;
    private final PeerConnectionListener listener;
    private final Consumer<ReceiveTrack> keyFrameRequest;
    private final String cname;
    private final Map<SendTrack, Transceiver> transceivers = new HashMap<>();

    /**
     * Creates one.
     *
     * @param keyFrameRequest asks for a key frame of a track of the peer's; called on any thread
     */
    Tracks(
            MediaSession media,
            Negotiator negotiator,
            PeerConnectionListener listener,
            Consumer<ReceiveTrack> keyFrameRequest,
            String cname) {
        this.media = media;
        this.negotiator = negotiator;
        this.listener = listener;
        this.keyFrameRequest = keyFrameRequest;
        this.cname = cname;
    }

    /** Offers a track to the peer, when it is time. */
    void add(SendTrack track) {
        media.add(track);
        long rtx = track.kind() == MediaKind.VIDEO ? track.stream().rtxSsrc() : LocalSource.NO_RTX;
        String id = Long.toHexString(track.stream().ssrc());
        LocalSource source =
                new LocalSource(track.streamId(), id, cname, track.stream().ssrc(), rtx);
        transceivers.put(track, negotiator.addTrack(track.kind(), source));
    }

    /** Takes a track away from the peer, when it is time. */
    void remove(SendTrack track) {
        Transceiver transceiver = transceivers.remove(track);
        if (transceiver == null) {
            return;
        }
        media.remove(track);
        transceiver.setDirection(Direction.of(false, transceiver.direction().receives()));
        negotiator.update();
    }

    /** Takes what was agreed on. */
    void agreed(List<NegotiatedMedia> sections) {
        Set<String> received = new HashSet<>();
        for (NegotiatedMedia section : sections) {
            SectionParameters parameters = SectionParameters.of(section);
            SendTrack track = trackOf(section.transceiver());
            if (track != null) {
                send(track, section, parameters);
            }
            if (!section.rejected() && !parameters.receiveFormats().isEmpty()) {
                received.add(section.mid());
                receive(section, parameters);
            }
        }
        for (Section section : List.copyOf(media.sections())) {
            if (!received.contains(section.parameters().mid())) {
                media.remove(section);
                listener.onTrackEnded(section.track());
            }
        }
    }

    private void send(SendTrack track, NegotiatedMedia section, SectionParameters parameters) {
        track.mid(section.mid());
        boolean sends = !section.rejected() && !parameters.sendFormats().isEmpty();
        if (media.negotiated(track, sends ? parameters : null)) {
            listener.onCodecs(track, track.codecs());
        }
    }

    private void receive(NegotiatedMedia section, SectionParameters parameters) {
        Section known = media.section(section.mid());
        if (known != null) {
            media.change(known, parameters);
            return;
        }
        ReceiveTrack track = new ReceiveTrack(section.kind(), section.mid(), streamOf(section), keyFrameRequest);
        media.add(new Section(track, parameters));
        listener.onTrack(track);
    }

    private @Nullable SendTrack trackOf(Transceiver transceiver) {
        for (Map.Entry<SendTrack, Transceiver> entry : transceivers.entrySet()) {
            if (entry.getValue() == transceiver) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static @Nullable String streamOf(NegotiatedMedia section) {
        for (MediaStreamId id : section.remoteStreams()) {
            if (!id.stream().equals(MediaStreamId.NO_STREAM)) {
                return id.stream();
            }
        }
        return null;
    }
}

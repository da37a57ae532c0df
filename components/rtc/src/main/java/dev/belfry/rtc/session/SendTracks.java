package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tracks that are sent: which frames of them go out, and when a key frame is needed. For the loop. */
final class SendTracks {
    private final Loop loop;
    private final PacketSender sender;
    private final BitrateControl control;
    private final Consumer<SendTrack> keyFrameRequest;
    private final List<SendTrack> tracks = new ArrayList<>();
    private boolean flowing;

    /**
     * Creates it empty.
     *
     * @param keyFrameRequest asks the owner for a key frame of a track
     */
    SendTracks(Loop loop, PacketSender sender, BitrateControl control, Consumer<SendTrack> keyFrameRequest) {
        this.loop = loop;
        this.sender = sender;
        this.control = control;
        this.keyFrameRequest = keyFrameRequest;
    }

    List<SendTrack> all() {
        return tracks;
    }

    /** Packets pass from now on. */
    void start() {
        flowing = true;
        tracks.forEach(this::requestKeyFrame);
    }

    void add(SendTrack track) {
        tracks.add(track);
        sender.add(track.stream());
        if (track.kind() == MediaKind.VIDEO) {
            track.gate(sender.pacer().newGate(() -> keyFrameRequest.accept(track)));
        }
    }

    void remove(SendTrack track) {
        tracks.remove(track);
        sender.remove(track.stream());
        track.close();
        share();
    }

    /** Takes what was agreed for a track; null for nothing. Returns whether its codecs changed. */
    boolean negotiated(SendTrack track, @Nullable SectionParameters agreed) {
        boolean changed = track.negotiated(agreed);
        if (changed && agreed != null) {
            requestKeyFrame(track);
        }
        share();
        return changed;
    }

    /** Takes a frame over; returns whether there is something to send. */
    boolean send(SendTrack track, EncodedFrame frame) {
        try {
            if (!flowing || track.isMuted() || frame.kind() != track.kind()) {
                track.miss();
                track.stream().counters().framesDropped++;
                return false;
            }
            if (track.needsKeyFrame() && !frame.isKeyFrame()) {
                track.stream().counters().framesDropped++;
                onRequest(track.stream());
                return false;
            }
            if (!track.admits(frame)) {
                track.stream().counters().framesDropped++;
                return false;
            }
            if (!sender.send(track.kind(), track.stream().cut(frame))) {
                track.miss();
            }
            return true;
        } finally {
            frame.release();
        }
    }

    /** A track is to be seen again, or for the first time. */
    void requestKeyFrame(SendTrack track) {
        if (flowing && !track.codecs().isEmpty()) {
            track.forgetRequest();
            onRequest(track.stream());
        }
    }

    /** A key frame of a stream is needed; asks for one unless one is under way. */
    void onRequest(OutboundStream stream) {
        for (SendTrack track : tracks) {
            if (track.stream() == stream
                    && track.mayRequestKeyFrame(
                            loop.nanoTime(), control.roundTrip().nanos(0))) {
                keyFrameRequest.accept(track);
            }
        }
    }

    void close() {
        flowing = false;
        tracks.forEach(SendTrack::close);
    }

    private void share() {
        boolean sound = false;
        boolean pictures = false;
        for (SendTrack track : tracks) {
            sound |= track.kind() == MediaKind.AUDIO && !track.codecs().isEmpty();
            pictures |= track.kind() == MediaKind.VIDEO && !track.codecs().isEmpty();
        }
        control.sends(sound, pictures);
        control.tell();
    }
}

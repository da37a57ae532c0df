package dev.belfry.engine;

import dev.belfry.call.spi.MediaSessionListener;
import org.jspecify.annotations.Nullable;

/** Looks again and again who is to be seen, who is to be heard and who speaks, and tells. For the session's executor. */
final class PresenceWatch {
    private final Participants participants;
    private final AudioSender audioSender;
    private final MediaSessionListener listener;
    private final SpeakerChoice speakers = new SpeakerChoice();
    private @Nullable String localId;

    PresenceWatch(Participants participants, AudioSender audioSender, MediaSessionListener listener) {
        this.participants = participants;
        this.audioSender = audioSender;
        this.listener = listener;
    }

    /** Says under which name this side is heard. */
    void begin(String participantId) {
        localId = participantId;
    }

    void look() {
        participants.forEachFlowChange(System.nanoTime(), listener::onRemoteVideo);
        String id = localId;
        if (id != null) {
            report(id, audioSender.level());
        }
        participants.forEachLevel(this::report);
        String dominant = speakers.decide();
        if (dominant != null) {
            listener.onDominantSpeaker(dominant);
        }
    }

    private void report(String participantId, double level) {
        listener.onAudioLevel(participantId, level);
        speakers.add(participantId, level);
    }
}

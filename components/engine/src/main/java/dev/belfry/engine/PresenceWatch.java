package dev.belfry.engine;

import dev.belfry.call.spi.MediaSessionListener;

/** Looks again and again who is to be seen, who is to be heard and who speaks, and tells. For the session's executor. */
final class PresenceWatch {
    private final Participants participants;
    private final AudioSender audioSender;
    private final MediaSessionListener listener;
    private final SpeakerChoice speakers = new SpeakerChoice();
    private final String localId;

    /**
     * Creates it.
     *
     * @param localId under which name this side is heard
     */
    PresenceWatch(String localId, Participants participants, AudioSender audioSender, MediaSessionListener listener) {
        this.localId = localId;
        this.participants = participants;
        this.audioSender = audioSender;
        this.listener = listener;
    }

    void look() {
        participants.forEachFlowChange(System.nanoTime(), listener::onRemoteVideo);
        report(localId, audioSender.level());
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

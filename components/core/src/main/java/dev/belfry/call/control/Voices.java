package dev.belfry.call.control;

import dev.belfry.call.Participant;

/** Tells listeners who speaks, and how loud. For the serial executor alone. */
final class Voices {
    private final CallLoop loop;
    private final Roster roster;
    private final LevelLimit levels = new LevelLimit();

    Voices(CallLoop loop, Roster roster) {
        this.loop = loop;
        this.roster = roster;
    }

    void level(String participantId, double level) {
        Participant participant = roster.find(participantId);
        if (participant != null && levels.passes(participantId, loop.nanoTime())) {
            loop.listeners().tellSession(listener -> listener.onAudioLevelChanged(participant, level));
        }
    }

    void speaks(String participantId) {
        Participant participant = roster.find(participantId);
        if (participant != null) {
            loop.listeners().tellSession(listener -> listener.onDominantSpeakerChanged(participant));
        }
    }

    void forget(String participantId) {
        levels.forget(participantId);
    }
}

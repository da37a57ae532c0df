package dev.belfry.swing.call;

import dev.belfry.call.Participant;
import dev.belfry.frame.VideoTrack;
import org.jspecify.annotations.Nullable;

/**
 * One person in a call, as shown.
 *
 * @param id the id of this participation
 * @param uid the person's uid
 * @param name the person's name
 * @param audioMuted whether the microphone is off
 * @param video the person's pictures, or null with the camera off
 * @since 0.1
 */
public record Participation(
        String id,
        String uid,
        String name,
        boolean audioMuted,
        @Nullable VideoTrack video) {
    /** Returns how to show a participant. */
    static Participation of(Participant participant, @Nullable VideoTrack video) {
        return new Participation(
                participant.id(),
                participant.uid(),
                participant.name(),
                participant.isAudioMuted(),
                participant.isVideoMuted() ? null : video);
    }

    /** Returns the name, and whether the person is muted, for those who cannot see it. */
    String spoken() {
        return audioMuted ? Words.of("talk.muted", name) : name;
    }
}

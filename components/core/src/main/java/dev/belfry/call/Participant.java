package dev.belfry.call;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One device's participation in the session of an accepted call.
 *
 * @param id the id of this participation; two devices of one user have two
 * @param uid the user's id
 * @param name the name to show
 * @param avatar where the user's picture is, or null
 * @param isAudioMuted whether the microphone is off
 * @param isVideoMuted whether the camera is off
 * @param isLocalUser whether this is the participation of this very device
 * @param joinedAt when it joined
 * @since 0.1
 */
public record Participant(
        String id,
        String uid,
        String name,
        @Nullable URI avatar,
        boolean isAudioMuted,
        boolean isVideoMuted,
        boolean isLocalUser,
        Instant joinedAt) {
    /** Returns this participant with other mute states. */
    public Participant withMuted(boolean audioMuted, boolean videoMuted) {
        return new Participant(id, uid, name, avatar, audioMuted, videoMuted, isLocalUser, joinedAt);
    }
}

package dev.belfry.hub.service;

import java.time.Instant;

/**
 * A device in the session of an ongoing call.
 *
 * @param participantId the id of this participation
 * @param device which device
 * @param audioMuted whether its microphone is off
 * @param videoMuted whether its camera is off
 * @param joinedAt when it joined
 * @since 0.1
 */
public record Seat(String participantId, Device device, boolean audioMuted, boolean videoMuted, Instant joinedAt) {
    Seat muted(boolean audio, boolean video) {
        return new Seat(participantId, device, audio, video, joinedAt);
    }
}

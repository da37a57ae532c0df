package dev.belfry.hub.service;

import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import java.util.Set;

/** Everything that can happen to a call after it began to ring, by origin. */
sealed interface CallCommand {
    /** From a device of a party. */
    sealed interface FromDevice extends CallCommand {
        Device by();
    }

    /** From the hub itself: a clock, or another call. */
    sealed interface FromHub extends CallCommand {}

    /** The device rings. */
    record Ring(Device by) implements FromDevice {}

    record Accept(Device by) implements FromDevice {}

    /** Declines or takes back; {@code connected} are the devices of that user which the hub can reach now. */
    record Reject(Device by, CallStatus status, Set<String> connected) implements FromDevice {}

    record End(Device by) implements FromDevice {}

    record Join(Device by, String participantId, boolean audioMuted, boolean videoMuted) implements FromDevice {}

    record Mute(Device by, boolean audioMuted, boolean videoMuted) implements FromDevice {}

    record Leave(Device by) implements FromDevice {}

    /** The ring timeout fell due. */
    record RingTimeout() implements FromHub {}

    /** The time to join fell due for a user. */
    record JoinDeadline(String uid) implements FromHub {}

    /** A single user was in the session for too long. */
    record Idle() implements FromHub {}

    /** A device is gone: its lease lapsed, it signed off, or it started anew. */
    record Gone(Device device, EndReason reason) implements FromHub {
        static Gone lost(Device device) {
            return new Gone(device, EndReason.CONNECTION_LOST);
        }
    }

    /**
     * The two users of the call called each other: the call with the lower id goes on in this one's place; {@code rang}
     * says whether anybody was told of this one.
     */
    record Absorb(String survivor, boolean rang) implements FromHub {}

    /** A party of this ongoing call calls the other again. */
    record Recall(Device cause) implements FromHub {}
}

package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a panel needs to show about this device's call, at one moment. Immutable.
 *
 * @param phase which view to show
 * @param sessionId the call's id, or null when idle
 * @param call the call as the hub last told it, or null when idle or still dialing
 * @param outgoing whether this user called
 * @param type what the call carries: of the call itself, or video since an audio call was switched to it
 * @param peer whom to show: the other user, or the group; null when idle, or while dialing before the name is known
 * @param remoteRinging whether a device of the other side rings
 * @param waiting incoming calls that wait while this one goes on, oldest first
 * @param participants who is in the session, the local one first; empty before it is joined
 * @param audioMuted whether the local microphone is off
 * @param videoMuted whether the local camera is off
 * @param sharingScreen whether the local screen is shared
 * @param connectedAt when media first arrived: the timer starts here; null before
 * @param mediaLost whether media stopped arriving and the session is reconnecting
 * @param connection how this device stands with the hub
 * @param endReason why the call is over, or null
 * @param endedByLocal whether this user ended, declined or cancelled it
 * @param problem what is wrong now and can be told to the user, or null
 * @since 0.1
 */
public record CallSnapshot(
        CallPhase phase,
        @Nullable String sessionId,
        @Nullable Call call,
        boolean outgoing,
        CallType type,
        @Nullable CallParty peer,
        boolean remoteRinging,
        List<Call> waiting,
        List<Participant> participants,
        boolean audioMuted,
        boolean videoMuted,
        boolean sharingScreen,
        @Nullable Instant connectedAt,
        boolean mediaLost,
        ConnectionState connection,
        @Nullable EndReason endReason,
        boolean endedByLocal,
        @Nullable CallException problem) {
    public CallSnapshot {
        waiting = List.copyOf(waiting);
        participants = List.copyOf(participants);
    }

    /** Returns the snapshot of a device without a call. */
    public static CallSnapshot idle(ConnectionState connection) {
        return new CallSnapshot(
                CallPhase.IDLE,
                null,
                null,
                false,
                CallType.AUDIO,
                null,
                false,
                List.of(),
                List.of(),
                false,
                false,
                false,
                null,
                false,
                connection,
                null,
                false,
                null);
    }
}

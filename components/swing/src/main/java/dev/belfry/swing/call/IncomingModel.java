package dev.belfry.swing.call;

import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallType;
import dev.belfry.call.Group;
import dev.belfry.call.control.CallSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A ringing call, as shown.
 *
 * @param sessionId the call's id
 * @param callerId the caller's uid
 * @param callerName the caller's name
 * @param group the group that is called, or null
 * @param type what the call carries
 * @param problem what is wrong, or null
 * @since 0.1
 */
public record IncomingModel(
        String sessionId,
        String callerId,
        String callerName,
        @Nullable Group group,
        CallType type,
        @Nullable Problem problem) {
    /** Returns what to show of a snapshot with a ringing call. */
    static IncomingModel of(CallSnapshot snapshot) {
        Call call = snapshot.call();
        CallParty peer = snapshot.peer();
        String id = call != null ? call.callInitiator().uid() : peer == null ? "" : peer.id();
        String name = call != null ? call.callInitiator().name() : peer == null ? "" : peer.name();
        return new IncomingModel(
                snapshot.sessionId() == null ? "" : snapshot.sessionId(),
                id,
                name,
                peer instanceof Group group ? group : null,
                snapshot.type(),
                snapshot.problem() == null ? null : Problem.of(snapshot.problem()));
    }

    /** Returns what kind of call it is, in words. */
    String kind() {
        return Words.of(type == CallType.VIDEO ? "incoming.video" : "incoming.audio");
    }

    /** Returns which group is called, in words; empty for none. */
    String groupLine() {
        return group == null ? "" : Words.of("incoming.group", group.name(), group.membersCount());
    }

    /** Returns the same with another problem. */
    IncomingModel with(Problem newProblem) {
        return new IncomingModel(sessionId, callerId, callerName, group, type, newProblem);
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.EndReason;
import dev.belfry.call.control.CallSnapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, as shown.
 *
 * @param sessionId the call's id
 * @param peerId the uid or guid of the other side
 * @param peerName whose name
 * @param outgoing whether this user called
 * @param reason why it is over, or null if it never began
 * @param endedByLocal whether this user ended, declined or cancelled it
 * @param duration how long they talked; zero if they did not
 * @param problem what went wrong, or null
 * @since 0.1
 */
public record EndedModel(
        String sessionId,
        String peerId,
        String peerName,
        boolean outgoing,
        @Nullable EndReason reason,
        boolean endedByLocal,
        Duration duration,
        @Nullable Problem problem) {
    /** Returns what to show of a snapshot with a call that is over. */
    static EndedModel of(CallSnapshot snapshot) {
        CallParty peer = snapshot.peer();
        Call call = snapshot.call();
        return new EndedModel(
                snapshot.sessionId() == null ? "" : snapshot.sessionId(),
                peer == null ? "" : peer.id(),
                peer == null ? "" : peer.name(),
                snapshot.outgoing(),
                snapshot.endReason(),
                snapshot.endedByLocal(),
                call == null ? Duration.ZERO : call.duration(),
                snapshot.problem() == null ? null : Problem.of(snapshot.problem()));
    }

    /** Returns why it is over, in words. */
    String headline() {
        if (reason == null) {
            return Words.of(problem == null ? "ended.hangUp" : "ended.failed");
        }
        return switch (reason) {
            case HANG_UP ->
                endedByLocal || peerName.isEmpty() ? Words.of("ended.hangUp") : byPeer("ended.hangUp.byPeer");
            case DECLINED -> endedByLocal ? Words.of("ended.declined.byLocal") : byPeer("ended.declined");
            case BUSY -> byPeer("ended.busy");
            case CANCELLED -> endedByLocal ? Words.of("ended.cancelled.byLocal") : byPeer("ended.cancelled");
            case UNANSWERED -> outgoing ? byPeer("ended.unanswered") : Words.of("ended.unanswered.incoming");
            case ANSWERED_ELSEWHERE -> Words.of("ended.answeredElsewhere");
            case JOIN_FAILED -> Words.of("ended.joinFailed");
            case CONNECTION_LOST -> Words.of("ended.connectionLost");
            case IDLE_TIMEOUT -> Words.of("ended.idleTimeout");
        };
    }

    /** Returns why it is over, in few words that go with the name beside them. */
    String shortHeadline() {
        if (reason == null || endedByLocal) {
            return headline();
        }
        return switch (reason) {
            case HANG_UP -> Words.of("ended.short.hangUp");
            case DECLINED -> Words.of("ended.short.declined");
            case BUSY -> Words.of("ended.short.busy");
            case CANCELLED -> Words.of("ended.short.cancelled");
            case UNANSWERED -> outgoing ? Words.of("ended.short.unanswered") : headline();
            case IDLE_TIMEOUT -> Words.of("ended.short.idleTimeout");
            case ANSWERED_ELSEWHERE, JOIN_FAILED, CONNECTION_LOST -> headline();
        };
    }

    /** Returns whether to offer another call. */
    boolean canCallAgain() {
        return !peerId.isEmpty() && reason != EndReason.ANSWERED_ELSEWHERE;
    }

    private String byPeer(String key) {
        return Words.of(key, peerName);
    }

    /** Returns the same with another problem. */
    EndedModel with(Problem newProblem) {
        return new EndedModel(sessionId, peerId, peerName, outgoing, reason, endedByLocal, duration, newProblem);
    }
}

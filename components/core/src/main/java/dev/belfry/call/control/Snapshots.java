package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.machine.CallState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the snapshot of a book of calls. */
final class Snapshots {
    private Snapshots() {}

    static CallSnapshot of(CallBook book, ConnectionState connection, String localUid) {
        CallEntry entry = book.active();
        if (entry == null) {
            return CallSnapshot.idle(connection);
        }
        CallState state = entry.state;
        Call call = state.call();
        SessionRunner session = entry.session;
        EndReason reason = endReason(state);
        return new CallSnapshot(
                entry.phase(),
                entry.id,
                call,
                entry.outgoing,
                session != null && session.hasVideo() ? CallType.VIDEO : call == null ? entry.type : call.type(),
                call == null ? null : call.otherParty(localUid),
                state instanceof CallState.Outgoing outgoing && outgoing.remoteRinging(),
                book.waiting().stream()
                        .map(other -> other.state.call())
                        .filter(Objects::nonNull)
                        .toList(),
                session == null ? List.of() : session.participants(),
                session != null && session.muting().audio(),
                session != null && session.muting().video(),
                session != null && session.screenShare().isOn(),
                entry.connectedAt,
                state instanceof CallState.Ongoing ongoing && ongoing.mediaLost(),
                connection,
                reason,
                isEndedByLocal(entry, reason),
                problem(entry));
    }

    private static @Nullable EndReason endReason(CallState state) {
        if (state instanceof CallState.Cancelling cancelling) {
            return cancelling.reason();
        } else if (state instanceof CallState.HangingUp hangingUp) {
            return hangingUp.reason();
        } else if (state instanceof CallState.Declining) {
            return EndReason.DECLINED;
        } else if (state instanceof CallState.Ending ending) {
            return ending.reason();
        } else if (state instanceof CallState.RangOut) {
            return EndReason.UNANSWERED;
        }
        return state instanceof CallState.Ended ended ? ended.reason() : null;
    }

    /** What this side does by hand has reasons of its own; the rest happens to it, even while it hangs up. */
    private static boolean isEndedByLocal(CallEntry entry, @Nullable EndReason reason) {
        boolean own =
                reason == EndReason.HANG_UP || reason == (entry.outgoing ? EndReason.CANCELLED : EndReason.DECLINED);
        boolean leaving = entry.isLeaving() || entry.state instanceof CallState.Declining;
        boolean ended = entry.state instanceof CallState.Ended over && over.byLocal();
        return own && (leaving || ended);
    }

    private static @Nullable CallException problem(CallEntry entry) {
        return entry.state instanceof CallState.Ended ended && ended.error() != null ? ended.error() : entry.problem;
    }
}

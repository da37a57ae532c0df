package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.Ignore;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.NotifySession;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refuse;
import dev.belfry.call.machine.CallEffect.StopRingTimer;
import dev.belfry.call.machine.CallState.Ended;
import org.jspecify.annotations.Nullable;

/** What the handlers of all states share: the ways to stay, to refuse, and to be over. */
abstract class StateHandler implements CallEvent.Visitor<Transition> {
    private final CallState current;

    StateHandler(CallState current) {
        this.current = current;
    }

    final Transition ignore(Reason reason) {
        return Transition.to(current, new Ignore(reason));
    }

    final Transition refuse(ErrorCode code) {
        return Transition.to(current, new Refuse(new CallException(code)));
    }

    final Transition stay(CallEffect... effects) {
        return Transition.to(current, effects);
    }

    /** Returns whether a message tells of an older state than the one known; different calls are never compared. */
    final boolean isStale(Call call) {
        Call known = current.call();
        return known != null && known.sessionId().equals(call.sessionId()) && call.version() < known.version();
    }

    /** Returns whether a call is over for this device; in a group, one member's decline is not the end of it. */
    static boolean isClosing(CallEvent.HubClosed event) {
        return event.notice() != CallNotice.REJECTED || event.call().status().isTerminal();
    }

    /** Returns whether a failed question about a call means that the hub knows of none. */
    static boolean isGone(CallException error) {
        return error.code() == ErrorCode.ERR_CALL_SESSION_NOT_FOUND || error.code() == ErrorCode.ERR_CALL_TERMINATED;
    }

    /** Over, told by the hub: listeners hear of it. */
    final Transition closed(CallNotice notice, Call call) {
        return Transition.to(
                new Ended(call, Closing.reason(notice, call), false, null),
                new StopRingTimer(),
                new CloseSession(false),
                new NotifyCall(notice, call));
    }

    /** Over after it was accepted, told by the hub: listeners of the session hear of it too. */
    final Transition closedSession(CallNotice notice, Call call) {
        Ended over = new Ended(call, Closing.reason(notice, call), false, null);
        CloseSession close = new CloseSession(false);
        NotifyCall told = new NotifyCall(notice, call);
        NotifySession ended = new NotifySession(SessionNotice.CALL_ENDED);
        return over.reason() == EndReason.IDLE_TIMEOUT
                ? Transition.to(over, new NotifySession(SessionNotice.TIMEOUT), close, told, ended)
                : Transition.to(over, close, told, ended);
    }

    /** Over for the user, who wanted it so or was told already: nobody hears of it again. */
    final Transition settled(@Nullable Call call, EndReason reason) {
        return Transition.to(new Ended(call, reason, true, null));
    }

    final Transition closedUnlessStale(CallEvent.HubClosed event) {
        if (isStale(event.call())) {
            return ignore(Reason.STALE);
        }
        return isClosing(event) ? closed(event.notice(), event.call()) : ignore(Reason.NOT_NOW);
    }

    static boolean isLineDown(CallException error) {
        return error.code() == ErrorCode.ERR_CONNECTION_LOST;
    }

    static boolean isRinging(Call call) {
        return call.status() == CallStatus.INITIATED;
    }

    static boolean isOngoing(Call call) {
        return call.status() == CallStatus.ONGOING;
    }
}

package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallType;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.machine.CallState;
import dev.belfry.call.spi.Scheduler.Cancellable;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call in a controller's book: its machine's state and what hangs on it. For the serial executor alone. */
final class CallEntry {
    final boolean outgoing;
    final @Nullable CallRequest request;
    final CallType type;
    final PendingCommands pending = new PendingCommands();

    /** What the hub says of calls from the very user this one goes to, until it is known whether they are one call. */
    final List<CallChanged> held = new ArrayList<>();

    String id;
    CallState state = new CallState.New();

    @Nullable
    CallType acceptedWith;

    @Nullable
    CallException problem;

    @Nullable
    Instant connectedAt;

    @Nullable
    SessionRunner session;

    private @Nullable Cancellable ringTimer;

    private CallEntry(String id, boolean outgoing, @Nullable CallRequest request, CallType type) {
        this.id = id;
        this.outgoing = outgoing;
        this.request = request;
        this.type = type;
    }

    static CallEntry outgoing(String id, CallRequest request) {
        return new CallEntry(id, true, request, request.type());
    }

    static CallEntry incoming(Call call) {
        return new CallEntry(call.sessionId(), false, null, call.type());
    }

    CallPhase phase() {
        return Phases.of(state);
    }

    /** Returns whether the call is over for the user, though perhaps not for the hub. */
    boolean isOver() {
        return phase() == CallPhase.ENDED;
    }

    /** Returns whether this is a call to a user that the hub has not told to be accepted. */
    boolean isCalling(String uid) {
        boolean open = state instanceof CallState.Dialing
                || state instanceof CallState.Outgoing
                || state instanceof CallState.Cancelling;
        return open
                && request != null
                && request.receiverType() == ReceiverType.USER
                && request.receiverId().equals(uid);
    }

    /** Returns whether the hub has yet to be told, or to confirm, that this device is out of the call. */
    boolean isLeaving() {
        return state instanceof CallState.Cancelling
                || state instanceof CallState.HangingUp
                || state instanceof CallState.Ending;
    }

    void ringTimer(@Nullable Cancellable timer) {
        if (ringTimer != null) {
            ringTimer.cancel();
        }
        ringTimer = timer;
    }
}

package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one call stands on one device. Immutable.
 *
 * @since 0.1
 */
public sealed interface CallState {
    /** Returns the call as the hub last told it, or null before it did. */
    @Nullable
    Call call();

    /** Calls the visitor's method for this state. */
    <R> R visit(Visitor<R> visitor);

    /** Nothing has happened yet. */
    record New() implements CallState {
        @Override
        public @Nullable Call call() {
            return null;
        }

        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.fresh(this);
        }
    }

    /** This user calls; the hub has not answered. */
    record Dialing(CallRequest request) implements CallState {
        @Override
        public @Nullable Call call() {
            return null;
        }

        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.dialing(this);
        }
    }

    /** This user calls; the hub rings the other side, and says whether one of its devices really does. */
    record Outgoing(Call call, boolean remoteRinging) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.outgoing(this);
        }
    }

    /** Somebody calls this user, whose device rings. */
    record Incoming(Call call) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.incoming(this);
        }
    }

    /** This user accepted; the hub has not answered. */
    record Accepting(Call call) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.accepting(this);
        }
    }

    /** The hub refused the accept; it is being asked how the call stands. */
    record AcceptLost(Call call, CallException error) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.acceptLost(this);
        }
    }

    /** Accepted; media is on its way. */
    record Connecting(Call call) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.connecting(this);
        }
    }

    /** Talking, since media first arrived. */
    record Ongoing(Call call, Instant connectedAt, boolean mediaLost) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.ongoing(this);
        }
    }

    /** The caller took the call back, perhaps before the hub had answered the call itself; over for the user. */
    record Cancelling(@Nullable Call call, EndReason reason) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.cancelling(this);
        }
    }

    /** The user hung up before the hub answered the accept; over for the user, the end follows the answer. */
    record HangingUp(Call call, EndReason reason) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hangingUp(this);
        }
    }

    /** The receiver declined; over for the user. */
    record Declining(Call call, CallStatus status) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.declining(this);
        }
    }

    /** This device ends an accepted call; over for the user. */
    record Ending(Call call, EndReason reason) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.ending(this);
        }
    }

    /** The time to ring passed without a word of the hub, whose word is still awaited; over for the user. */
    record RangOut(Call call, boolean outgoing) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.rangOut(this);
        }
    }

    /**
     * Over. No event changes this any more.
     *
     * @param reason why, or null if the call was never made for the reason in {@code error}
     * @param byLocal whether this user ended, declined or cancelled it
     * @param error what failed, or null
     */
    record Ended(
            @Nullable Call call,
            @Nullable EndReason reason,
            boolean byLocal,
            @Nullable CallException error) implements CallState {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.ended(this);
        }
    }

    /** A method for each state. */
    interface Visitor<R> {
        R fresh(New state);

        R dialing(Dialing state);

        R outgoing(Outgoing state);

        R incoming(Incoming state);

        R accepting(Accepting state);

        R acceptLost(AcceptLost state);

        R connecting(Connecting state);

        R ongoing(Ongoing state);

        R cancelling(Cancelling state);

        R hangingUp(HangingUp state);

        R declining(Declining state);

        R ending(Ending state);

        R rangOut(RangOut state);

        R ended(Ended state);
    }
}

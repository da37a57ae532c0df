package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * What can happen to one call on one device, by origin:
 *
 * <ul>
 *   <li>the user: {@link Dial}, {@link Accept}, {@link Decline}, {@link Cancel}, {@link End}, {@link HangUp}, {@link Leave}
 *   <li>the hub: {@link HubIncoming}, {@link HubAccepted}, {@link HubClosed}, {@link HubRemoteRinging}, {@link LineRestored}
 *   <li>answers to commands: {@link InitiateAnswered}, {@link InitiateFailed}, {@link AcceptAnswered}, {@link AcceptFailed}, {@link RejectAnswered}, {@link RejectFailed}, {@link EndAnswered}, {@link EndFailed}, {@link Refreshed}, {@link RefreshFailed}
 *   <li>media: {@link MediaConnected}, {@link MediaLost}, {@link MediaRestored}, {@link MediaError}, {@link MediaFailed}, {@link JoinFailed}
 *   <li>timers: {@link RingTimeOver}, {@link IdleTimeOver}
 * </ul>
 *
 * @since 0.1
 */
public sealed interface CallEvent {
    /** Calls the visitor's method for this event. */
    <R> R visit(Visitor<R> visitor);

    /** This user calls somebody. */
    record Dial(CallRequest request) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.dial(this);
        }
    }

    /** This user accepts. */
    record Accept() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.accept(this);
        }
    }

    /** This user declines, with {@link CallStatus#REJECTED} or {@link CallStatus#BUSY}. */
    record Decline(CallStatus status) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.decline(this);
        }
    }

    /** This user takes the call back. */
    record Cancel() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.cancel(this);
        }
    }

    /** This user ends the accepted call. */
    record End() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.end(this);
        }
    }

    /** This user pressed the end button, which means one of the three before. */
    record HangUp() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hangUp(this);
        }
    }

    /** This user leaves the session without ending the call for the others. */
    record Leave() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.leave(this);
        }
    }

    /** Somebody calls this user, who is on another call and wants to be busy then if {@code answerBusy}. */
    record HubIncoming(Call call, Duration ringTimeLeft, boolean answerBusy) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hubIncoming(this);
        }
    }

    /** The other side accepted. */
    record HubAccepted(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hubAccepted(this);
        }
    }

    /** The call is over for this device, in one of the four terminal ways of {@link CallNotice}. */
    record HubClosed(CallNotice notice, Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hubClosed(this);
        }
    }

    /** A device of the other side rings. */
    record HubRemoteRinging(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.hubRemoteRinging(this);
        }
    }

    /** The line to the hub was lost and is back. */
    record LineRestored() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.lineRestored(this);
        }
    }

    /** The hub took the call. */
    record InitiateAnswered(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.initiateAnswered(this);
        }
    }

    /** The hub refused the call. */
    record InitiateFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.initiateFailed(this);
        }
    }

    /** The hub answered the accept. */
    record AcceptAnswered(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.acceptAnswered(this);
        }
    }

    /** The hub refused the accept. */
    record AcceptFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.acceptFailed(this);
        }
    }

    /** The hub answered the decline or cancel. */
    record RejectAnswered(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.rejectAnswered(this);
        }
    }

    /** The hub refused the decline or cancel. */
    record RejectFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.rejectFailed(this);
        }
    }

    /** The hub answered the end. */
    record EndAnswered(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.endAnswered(this);
        }
    }

    /** The hub refused the end. */
    record EndFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.endFailed(this);
        }
    }

    /** The hub told how the call stands. */
    record Refreshed(Call call) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.refreshed(this);
        }
    }

    /** The hub could not tell how the call stands. */
    record RefreshFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.refreshFailed(this);
        }
    }

    /** The first media arrived. */
    record MediaConnected(Instant at) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.mediaConnected(this);
        }
    }

    /** Media stopped arriving. */
    record MediaLost() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.mediaLost(this);
        }
    }

    /** Media arrives again. */
    record MediaRestored() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.mediaRestored(this);
        }
    }

    /** A device or the like failed; the rest goes on. */
    record MediaError(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.mediaError(this);
        }
    }

    /** Media failed for good. */
    record MediaFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.mediaFailed(this);
        }
    }

    /** The session could not be joined. */
    record JoinFailed(CallException error) implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.joinFailed(this);
        }
    }

    /** The time to ring, and some grace, passed without a word of the hub. */
    record RingTimeOver() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.ringTimeOver(this);
        }
    }

    /** Nobody else was in the session for the idle timeout. */
    record IdleTimeOver() implements CallEvent {
        @Override
        public <R> R visit(Visitor<R> visitor) {
            return visitor.idleTimeOver(this);
        }
    }

    /** A method for each event. */
    interface Visitor<R> {
        R dial(Dial event);

        R accept(Accept event);

        R decline(Decline event);

        R cancel(Cancel event);

        R end(End event);

        R hangUp(HangUp event);

        R leave(Leave event);

        R hubIncoming(HubIncoming event);

        R hubAccepted(HubAccepted event);

        R hubClosed(HubClosed event);

        R hubRemoteRinging(HubRemoteRinging event);

        R lineRestored(LineRestored event);

        R initiateAnswered(InitiateAnswered event);

        R initiateFailed(InitiateFailed event);

        R acceptAnswered(AcceptAnswered event);

        R acceptFailed(AcceptFailed event);

        R rejectAnswered(RejectAnswered event);

        R rejectFailed(RejectFailed event);

        R endAnswered(EndAnswered event);

        R endFailed(EndFailed event);

        R refreshed(Refreshed event);

        R refreshFailed(RefreshFailed event);

        R mediaConnected(MediaConnected event);

        R mediaLost(MediaLost event);

        R mediaRestored(MediaRestored event);

        R mediaError(MediaError event);

        R mediaFailed(MediaFailed event);

        R joinFailed(JoinFailed event);

        R ringTimeOver(RingTimeOver event);

        R idleTimeOver(IdleTimeOver event);
    }
}

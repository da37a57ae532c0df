package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import java.time.Duration;

/**
 * What the machine wants done: commands to the hub, the session, timers, listeners, and words on events that change
 * nothing.
 *
 * @since 0.1
 */
public sealed interface CallEffect {
    /** Calls the visitor's method for this effect. */
    void visit(Visitor visitor);

    /** Send the call to the hub. */
    record SendInitiate(CallRequest request) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.sendInitiate(this);
        }
    }

    /** Tell the caller that this device rings. */
    record SendRinging() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.sendRinging(this);
        }
    }

    /** Send the accept. */
    record SendAccept() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.sendAccept(this);
        }
    }

    /** Send the decline or cancel. */
    record SendReject(CallStatus status) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.sendReject(this);
        }
    }

    /** Send the end. */
    record SendEnd() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.sendEnd(this);
        }
    }

    /** Ask the hub how the call stands. */
    record Refresh() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.refresh(this);
        }
    }

    /** Open the local media, without sending any. */
    record OpenMedia() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.openMedia(this);
        }
    }

    /** Fetch a token and join the session, unless that has begun. */
    record StartSession() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.startSession(this);
        }
    }

    /** Release all media; leave the session first if {@code leave}. */
    record CloseSession(boolean leave) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.closeSession(this);
        }
    }

    /** Start or restart the timer that ends ringing should the hub fall silent. */
    record StartRingTimer(Duration ringTimeLeft) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.startRingTimer(this);
        }
    }

    /** Stop that timer. */
    record StopRingTimer() implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.stopRingTimer(this);
        }
    }

    /** Tell call listeners. */
    record NotifyCall(CallNotice notice, Call call) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.notifyCall(this);
        }
    }

    /** Tell session listeners. */
    record NotifySession(SessionNotice notice) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.notifySession(this);
        }
    }

    /** Show a problem with which the call goes on or was ended. */
    record Report(CallException error) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.report(this);
        }
    }

    /** Fail what the user asked for. */
    record Refuse(CallException error) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.refuse(this);
        }
    }

    /** Answer what the user asked for: it is so already. */
    record AlreadySo(Call call) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.alreadySo(this);
        }
    }

    /** The event changes nothing. */
    record Ignore(Reason reason) implements CallEffect {
        @Override
        public void visit(Visitor visitor) {
            visitor.ignore(this);
        }
    }

    /** Why an event changes nothing. */
    enum Reason {
        /** The same has happened or been asked for already. */
        DUPLICATE,
        /** It tells of an older state of the call than the one known. */
        STALE,
        /** The call is over on this device. */
        OVER,
        /** It means something in other states only. */
        NOT_NOW
    }

    /** A method for each effect. */
    interface Visitor {
        void sendInitiate(SendInitiate effect);

        void sendRinging(SendRinging effect);

        void sendAccept(SendAccept effect);

        void sendReject(SendReject effect);

        void sendEnd(SendEnd effect);

        void refresh(Refresh effect);

        void openMedia(OpenMedia effect);

        void startSession(StartSession effect);

        void closeSession(CloseSession effect);

        void startRingTimer(StartRingTimer effect);

        void stopRingTimer(StopRingTimer effect);

        void notifyCall(NotifyCall effect);

        void notifySession(NotifySession effect);

        void report(Report effect);

        void refuse(Refuse effect);

        void alreadySo(AlreadySo effect);

        void ignore(Ignore effect);
    }
}

package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallListener;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.SessionListener;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.User;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.Ringer;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The one object that all panels of an application share: the calls of one user on one device. Thread-safe; nothing
 * blocks. Its state lives on one serial executor.
 *
 * @since 0.1
 */
@SuppressWarnings("DoNotCallSuggester")
public final class CallController implements AutoCloseable {
    private CallController() {}

    /** Returns a builder; a signalling client is the least it needs. */
    public static Builder builder(SignalingClient signaling) {
        throw new UnsupportedOperationException();
    }

    /** Returns the user who is signed in. */
    public User localUser() {
        throw new UnsupportedOperationException();
    }

    /** Calls a user or a group. */
    public CompletableFuture<Call> initiateCall(CallRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Accepts a ringing call, with its own type of media. A call that is going on ends first. */
    public CompletableFuture<Call> acceptCall(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Accepts a ringing call; a video call accepted with {@link CallType#AUDIO} starts with the camera off. */
    public CompletableFuture<Call> acceptCall(String sessionId, CallType with) {
        throw new UnsupportedOperationException();
    }

    /** Declines (REJECTED, BUSY) or takes back (CANCELLED) a ringing call. */
    public CompletableFuture<Call> rejectCall(String sessionId, CallStatus status) {
        throw new UnsupportedOperationException();
    }

    /** Ends an ongoing call. */
    public CompletableFuture<Call> endCall(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Does what an end button means now: cancels, declines or ends the active call; does nothing without one. */
    public void hangUp() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<CallToken> generateToken(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Joins the session of an ongoing call. Done by the controller itself unless the builder said otherwise. */
    public CompletableFuture<CallSession> startSession(CallToken token, SessionSettings settings) {
        throw new UnsupportedOperationException();
    }

    /** Leaves the session without ending the call for the others. */
    public CompletableFuture<Void> endSession() {
        throw new UnsupportedOperationException();
    }

    /** Returns the session and its media, from dialing a video call or accepting one until the end. */
    public Optional<CallSession> session() {
        throw new UnsupportedOperationException();
    }

    /** Returns the call this device is in. */
    public Optional<Call> activeCall() {
        throw new UnsupportedOperationException();
    }

    /** Forgets a call that is over; ends none. */
    public void clearActiveCall() {
        throw new UnsupportedOperationException();
    }

    /** Returns how things stand now. */
    public CallSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** Adds a listener under an id; the same id again replaces the first. It hears the present snapshot first. */
    public void addStateListener(String id, CallStateListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeStateListener(String id) {
        throw new UnsupportedOperationException();
    }

    /** Adds a listener under an id; the same id again replaces the first. */
    public void addCallListener(String id, CallListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeCallListener(String id) {
        throw new UnsupportedOperationException();
    }

    /** Adds a listener under an id; the same id again replaces the first. */
    public void addSessionListener(String id, SessionListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeSessionListener(String id) {
        throw new UnsupportedOperationException();
    }

    /** Returns a reader of the call log. */
    public CallLog callLog(CallLogFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** Returns the signalling client this controller was built with, for the directory. */
    public SignalingClient signaling() {
        throw new UnsupportedOperationException();
    }

    /** Returns the media engine this controller was built with, if any. */
    public Optional<MediaEngine> media() {
        throw new UnsupportedOperationException();
    }

    /** Hangs up, releases everything and closes what the builder was told to own. No event comes after it returns. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /** What happens when a call comes in while this user is on another. */
    public enum WaitingPolicy {
        /** It waits, shown and softly heard. */
        CALL_WAITING,
        /** It is answered with busy; a call to a group waits all the same. */
        BUSY
    }

    /** Builds a {@link CallController}. Not thread-safe. */
    public static final class Builder {
        /** Sets the media engine; without one, calls ring but carry nothing. */
        public Builder media(MediaEngine engine) {
            throw new UnsupportedOperationException();
        }

        public Builder ringer(Ringer ringer) {
            throw new UnsupportedOperationException();
        }

        /** Sets the clock; by default the system's, with a daemon thread that ends with the controller. */
        public Builder scheduler(Scheduler scheduler) {
            throw new UnsupportedOperationException();
        }

        /** Sets what the controller's own work runs on, made serial by the controller; by default a daemon thread. */
        public Builder executor(Executor executor) {
            throw new UnsupportedOperationException();
        }

        /** Sets what listeners are called on, for Swing {@code SwingUtilities::invokeLater}; by default the same. */
        public Builder callbackExecutor(Executor executor) {
            throw new UnsupportedOperationException();
        }

        /** Sets where session ids come from; by default 128 random bits. */
        public Builder ids(Supplier<String> ids) {
            throw new UnsupportedOperationException();
        }

        public Builder waitingPolicy(WaitingPolicy policy) {
            throw new UnsupportedOperationException();
        }

        /** Sets how sessions start. */
        public Builder sessionSettings(SessionSettings settings) {
            throw new UnsupportedOperationException();
        }

        /** Leaves it to the host to fetch a token and start the session of an accepted call. */
        public Builder startSessionsManually() {
            throw new UnsupportedOperationException();
        }

        public CallController build() {
            throw new UnsupportedOperationException();
        }
    }
}

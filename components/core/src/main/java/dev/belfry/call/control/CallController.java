package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallListener;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.SessionListener;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.User;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.Ringer;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SystemScheduler;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one object that all panels of an application share: the calls of one user on one device. Thread-safe; nothing
 * blocks but {@link #close}. Its state lives on one serial executor.
 *
 * <p>Listeners are called on the callback executor, one at a time. Of one change, state listeners hear first, then call
 * listeners, then session listeners, each kind in the order in which they were added. What they throw is logged and
 * keeps nobody else from hearing. Futures are completed on the same executor, and fail with a
 * {@link dev.belfry.call.CallException} and nothing else.
 *
 * <p>It goes to work as soon as it is built. Listeners added in the same task of the callback executor, as on the event
 * dispatch thread, miss nothing; later ones find what was before in {@link #snapshot}.
 *
 * <p>What this user does is shown at once; the hub's answer is obeyed when it comes.
 *
 * @since 0.1
 */
public final class CallController implements AutoCloseable {
    private static final long CLOSE_LIMIT_SECONDS = 3;

    private final SignalingClient signaling;
    private final @Nullable MediaEngine media;
    private final Supplier<String> ids;
    private final SerialExecutor serial;
    private final ListenerRegistry listeners;
    private final CallLoop loop;
    private final UserCommands user;
    private final Runnable releaseThreads;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CallController(Builder builder) {
        signaling = builder.signaling;
        media = builder.media;
        ids = builder.ids;
        SystemScheduler own = new SystemScheduler("belfry-calls");
        releaseThreads = own::close;
        Executor executor = builder.executor == null ? own : builder.executor;
        serial = new SerialExecutor(executor);
        SerialExecutor callbacks =
                new SerialExecutor(builder.callbackExecutor == null ? executor : builder.callbackExecutor);
        listeners = new ListenerRegistry(callbacks);
        loop = new CallLoop(builder, builder.scheduler == null ? own : builder.scheduler, serial, callbacks, listeners);
        user = new UserCommands(loop);
        HubEvents hub = new HubEvents(loop, builder.waitingPolicy == WaitingPolicy.BUSY);
        loop.commands().onRelease(hub::callChanged);
        signaling.connect(hub);
    }

    /** Returns a builder; a signalling client is the least it needs. */
    public static Builder builder(SignalingClient signaling) {
        return new Builder(signaling);
    }

    /** Returns the user who is signed in. */
    public User localUser() {
        return signaling.localUser();
    }

    /** Calls a user or a group. */
    public CompletableFuture<Call> initiateCall(CallRequest request) {
        return ask(future -> user.initiate(ids.get(), request, future));
    }

    /** Accepts a ringing call, with its own type of media. A call that is going on ends first. */
    public CompletableFuture<Call> acceptCall(String sessionId) {
        return ask(sessionId, future -> user.accept(sessionId, null, future));
    }

    /** Accepts a ringing call; a video call accepted with {@link CallType#AUDIO} starts with the camera off. */
    public CompletableFuture<Call> acceptCall(String sessionId, CallType with) {
        return ask(sessionId, future -> user.accept(sessionId, with, future));
    }

    /** Declines (REJECTED, BUSY) or takes back (CANCELLED) a ringing call. */
    public CompletableFuture<Call> rejectCall(String sessionId, CallStatus status) {
        return ask(sessionId, future -> user.reject(sessionId, status, future));
    }

    /** Ends an ongoing call. */
    public CompletableFuture<Call> endCall(String sessionId) {
        return ask(sessionId, future -> user.end(sessionId, future));
    }

    /** Does what an end button means now: cancels, declines or ends the active call; does nothing without one. */
    public void hangUp() {
        serial.execute(user::hangUp);
    }

    public CompletableFuture<CallToken> generateToken(String sessionId) {
        return ask(sessionId, future -> user.forward(signaling.token(sessionId), future));
    }

    /** Joins the session of an ongoing call. Done by the controller itself unless the builder said otherwise. */
    public CompletableFuture<CallSession> startSession(CallToken token, SessionSettings settings) {
        return ask(future -> user.startSession(token, settings, future));
    }

    /** Leaves the session without ending the call for the others. */
    public CompletableFuture<Void> endSession() {
        return ask(user::endSession);
    }

    /** Returns the session and its media, from dialing a video call or accepting one until the end. */
    public Optional<CallSession> session() {
        return loop.session();
    }

    /** Returns the call this device is in. */
    public Optional<Call> activeCall() {
        CallSnapshot now = snapshot();
        return now.phase() == CallPhase.ENDED ? Optional.empty() : Optional.ofNullable(now.call());
    }

    /** Forgets a call that is over; ends none. */
    public void clearActiveCall() {
        serial.execute(() -> {
            loop.book().clear();
            loop.publish();
        });
    }

    /** Returns how things stand now. */
    public CallSnapshot snapshot() {
        return loop.snapshot();
    }

    /** Adds a listener under an id; the same id again replaces the first. It hears the present snapshot first. */
    public void addStateListener(String id, CallStateListener listener) {
        listeners.addState(id, listener);
        serial.execute(() -> listeners.tellState(id, listener, loop.snapshot()));
    }

    public void removeStateListener(String id) {
        listeners.removeState(id);
    }

    /** Adds a listener under an id; the same id again replaces the first. */
    public void addCallListener(String id, CallListener listener) {
        listeners.addCall(id, listener);
    }

    public void removeCallListener(String id) {
        listeners.removeCall(id);
    }

    /** Adds a listener under an id; the same id again replaces the first. */
    public void addSessionListener(String id, SessionListener listener) {
        listeners.addSession(id, listener);
    }

    public void removeSessionListener(String id) {
        listeners.removeSession(id);
    }

    /** Returns a reader of the call log. */
    public CallLog callLog(CallLogFilter filter) {
        return new CallLogReader(signaling, filter, loop.callbacks());
    }

    /** Returns the signalling client this controller was built with, for the directory. */
    public SignalingClient signaling() {
        return signaling;
    }

    /** Returns the media engine this controller was built with, if any. */
    public Optional<MediaEngine> media() {
        return Optional.ofNullable(media);
    }

    /**
     * Hangs up and releases everything of its own: timers, threads, media sessions, the ringer's sound. The signalling
     * client, media engine, ringer and executors it was given stay open. Blocks until media is released, 3 seconds at
     * most. No listener is called after it returns, except that one being called on another thread may finish.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            serial.help(loop.shutDown(), CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listeners.close();
        serial.stop();
        loop.dispose();
        releaseThreads.run();
    }

    private <T> CompletableFuture<T> ask(String sessionId, Consumer<CompletableFuture<T>> work) {
        return sessionId.isEmpty()
                ? CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID))
                : ask(work);
    }

    private <T> CompletableFuture<T> ask(Consumer<CompletableFuture<T>> work) {
        if (closed.get()) {
            return CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_CONNECTION_LOST));
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        serial.execute(() -> work.accept(future));
        return future;
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
        final SignalingClient signaling;

        @Nullable
        MediaEngine media;

        Ringer ringer = Ringer.silent();
        SessionSettings settings = SessionSettings.DEFAULT;
        boolean manual;
        private @Nullable Scheduler scheduler;
        private @Nullable Executor executor;
        private @Nullable Executor callbackExecutor;
        private WaitingPolicy waitingPolicy = WaitingPolicy.CALL_WAITING;
        private Supplier<String> ids;

        private Builder(SignalingClient signaling) {
            this.signaling = Objects.requireNonNull(signaling, "signaling");
            SecureRandom random = new SecureRandom();
            this.ids = () -> {
                byte[] bits = new byte[16];
                random.nextBytes(bits);
                return HexFormat.of().formatHex(bits);
            };
        }

        /** Sets the media engine; without one, calls ring but carry nothing. */
        public Builder media(MediaEngine engine) {
            this.media = engine;
            return this;
        }

        public Builder ringer(Ringer newRinger) {
            this.ringer = newRinger;
            return this;
        }

        /** Sets the clock; by default the system's, with a daemon thread that ends with the controller. */
        public Builder scheduler(Scheduler newScheduler) {
            this.scheduler = newScheduler;
            return this;
        }

        /** Sets what the controller's own work runs on, made serial by the controller; by default a daemon thread. */
        public Builder executor(Executor newExecutor) {
            this.executor = newExecutor;
            return this;
        }

        /** Sets what listeners are called on, for Swing {@code SwingUtilities::invokeLater}; by default the same. */
        public Builder callbackExecutor(Executor newExecutor) {
            this.callbackExecutor = newExecutor;
            return this;
        }

        /** Sets where session ids come from; by default 128 random bits. */
        public Builder ids(Supplier<String> newIds) {
            this.ids = newIds;
            return this;
        }

        public Builder waitingPolicy(WaitingPolicy policy) {
            this.waitingPolicy = policy;
            return this;
        }

        /** Sets how sessions start. */
        public Builder sessionSettings(SessionSettings newSettings) {
            this.settings = newSettings;
            return this;
        }

        /** Leaves it to the host to fetch a token and start the session of an accepted call. */
        public Builder startSessionsManually() {
            this.manual = true;
            return this;
        }

        public CallController build() {
            return new CallController(this);
        }
    }
}

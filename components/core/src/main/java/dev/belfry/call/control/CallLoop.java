package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.machine.CallEffect;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallMachine;
import dev.belfry.call.machine.CallState;
import dev.belfry.call.machine.Transition;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.Scheduler.Cancellable;
import dev.belfry.call.spi.SignalingClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the machines of a controller's calls: an event goes in, its effects are done, and then everyone is told, in this
 * order: state listeners, call listeners, session listeners. Everything but {@link #snapshot} and {@link #session} is
 * for the serial executor alone.
 */
final class CallLoop {
    private static final Logger LOG = System.getLogger(CallLoop.class.getName());

    private final CallController.Builder config;
    private final SignalingClient signaling;
    private final Scheduler scheduler;
    private final SerialExecutor serial;
    private final Executor callbacks;
    private final ListenerRegistry listeners;
    private final RingerDriver ringer;
    private final CallBook book = new CallBook();
    private final CommandLine commands;
    private final Releases releases = new Releases(this, this::checkQuiet);
    private final CompletableFuture<Boolean> quiet = new CompletableFuture<>();
    private ConnectionState connection = ConnectionState.CONNECTING;
    private boolean closing;

    private volatile CallSnapshot snapshot = CallSnapshot.idle(ConnectionState.CONNECTING);
    private volatile @Nullable LiveSession session;

    CallLoop(
            CallController.Builder config,
            Scheduler scheduler,
            SerialExecutor serial,
            Executor callbacks,
            ListenerRegistry listeners) {
        this.config = config;
        this.signaling = config.signaling;
        this.scheduler = scheduler;
        this.serial = serial;
        this.callbacks = callbacks;
        this.listeners = listeners;
        this.ringer = new RingerDriver(config.ringer);
        this.commands = new CommandLine(this, callbacks);
    }

    SignalingClient signaling() {
        return signaling;
    }

    @Nullable
    MediaEngine media() {
        return config.media;
    }

    SessionSettings settings() {
        return config.settings;
    }

    boolean startsSessions() {
        return !config.manual;
    }

    SerialExecutor serial() {
        return serial;
    }

    Executor callbacks() {
        return callbacks;
    }

    ListenerRegistry listeners() {
        return listeners;
    }

    CallBook book() {
        return book;
    }

    CommandLine commands() {
        return commands;
    }

    Releases releases() {
        return releases;
    }

    CallSnapshot snapshot() {
        return snapshot;
    }

    Optional<CallSession> session() {
        return Optional.ofNullable(session);
    }

    ConnectionState connection() {
        return connection;
    }

    boolean isClosing() {
        return closing;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Instant now() {
        return scheduler.now();
    }

    long nanoTime() {
        return scheduler.nanoTime();
    }

    /** Runs work on the serial executor after a delay. */
    Cancellable schedule(Duration delay, Runnable work) {
        return scheduler.schedule(delay, () -> serial.execute(work));
    }

    void dispatch(CallEntry entry, CallEvent event) {
        dispatch(entry, event, null, null);
    }

    /** Does what the user asks for; the future is completed with the hub's answer. */
    void dispatch(
            CallEntry entry, CallEvent event, @Nullable Command command, @Nullable CompletableFuture<Call> future) {
        Transition transition = CallMachine.step(entry.state, event);
        entry.state = transition.state();
        if (entry.state instanceof CallState.Ongoing ongoing) {
            entry.connectedAt = ongoing.connectedAt();
        }
        EffectRunner effects = new EffectRunner(this, entry, future);
        for (CallEffect effect : transition.effects()) {
            effect.visit(effects);
        }
        if (command != null && future != null && !effects.isAnswered()) {
            entry.pending.await(command, future);
        }
        book.arrange(entry);
        publish();
        effects.tell();
        if (entry.state instanceof CallState.Ended) {
            Call last = entry.state.call();
            entry.pending.settleUnsent(waiting -> answer(waiting, last));
        }
        if (book.promote()) {
            publish();
        }
        commands.flush();
        checkQuiet();
    }

    /** Shows how things stand, if that is new. */
    void publish() {
        CallEntry active = book.active();
        SessionRunner runner = active == null ? null : active.session;
        LiveSession shown = runner == null ? null : runner.session();
        CallSnapshot now = Snapshots.of(book, connection, signaling.localUser().uid());
        boolean changed = shown != session || !now.equals(snapshot);
        session = shown;
        snapshot = now;
        ringer.follow(active, book.waiting());
        if (changed) {
            listeners.tellState(now);
        }
    }

    void connection(ConnectionState state) {
        boolean restored = state == ConnectionState.CONNECTED && connection == ConnectionState.RECONNECTING;
        connection = state;
        publish();
        listeners.tellCall(listener -> listener.onConnectionStateChanged(state));
        if (restored) {
            for (CallEntry entry : book.all()) {
                dispatch(entry, new CallEvent.LineRestored());
            }
        }
        if (state == ConnectionState.CLOSED) {
            // The hub tells nothing more of these calls: they must not ring on, nor keep the camera.
            for (CallEntry entry : book.all()) {
                dispatch(entry, new CallEvent.HangUp());
            }
        }
    }

    /** Hangs up everywhere; the future is done when the hub was told and all media is released. */
    CompletableFuture<Boolean> shutDown() {
        serial.execute(() -> {
            closing = true;
            for (CallEntry entry : book.all()) {
                entry.held.clear();
                dispatch(entry, new CallEvent.HangUp());
            }
            checkQuiet();
        });
        return quiet;
    }

    /** The last work of all. */
    void dispose() {
        ringer.silence();
        for (CallEntry entry : book.all()) {
            entry.ringTimer(null);
            entry.pending.abandon(new CallException(ErrorCode.ERR_CALL_TERMINATED));
        }
    }

    /** Completes a future with a call, off this executor. */
    void answer(CompletableFuture<Call> future, @Nullable Call call) {
        callbacks.execute(() -> {
            if (call == null) {
                future.completeExceptionally(new CallException(ErrorCode.ERR_CALL_TERMINATED));
            } else {
                future.complete(call);
            }
        });
    }

    void warn(CallException error) {
        LOG.log(Level.WARNING, "The hub or the media engine refused", error);
    }

    private void checkQuiet() {
        boolean telling = book.all().stream().anyMatch(entry -> entry.state instanceof CallState.HangingUp);
        if (closing && !telling && releases.areDone()) {
            quiet.complete(true);
        }
    }
}

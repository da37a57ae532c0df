package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallListener;
import dev.belfry.call.SessionListener;
import dev.belfry.call.machine.CallEffect;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallNotice;
import dev.belfry.call.machine.SessionNotice;
import dev.belfry.call.spi.SignalingClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Does the effects of one transition; listeners are told last, by {@link #tell}. */
final class EffectRunner implements CallEffect.Visitor {
    /** How much longer than it may ring a call rings when the hub says nothing. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(EffectRunner.class.getName());

    private final CallLoop loop;
    private final CallEntry entry;
    private final @Nullable CompletableFuture<Call> asked;
    private final SignalingClient hub;
    private final List<Runnable> callNotices = new ArrayList<>();
    private final List<Runnable> sessionNotices = new ArrayList<>();
    private boolean answered;

    EffectRunner(CallLoop loop, CallEntry entry, @Nullable CompletableFuture<Call> asked) {
        this.loop = loop;
        this.entry = entry;
        this.asked = asked;
        this.hub = loop.signaling();
    }

    /** Returns whether the user's wish was answered at once, without asking the hub. */
    boolean isAnswered() {
        return answered;
    }

    /** Tells call listeners, then session listeners. */
    void tell() {
        callNotices.forEach(Runnable::run);
        sessionNotices.forEach(Runnable::run);
    }

    @Override
    public void sendInitiate(CallEffect.SendInitiate effect) {
        loop.commands().sendAlone(entry, Command.INITIATE, () -> hub.initiate(entry.id, effect.request()));
    }

    @Override
    public void sendRinging(CallEffect.SendRinging effect) {
        Futures.listen(hub.ringing(entry.id), loop.serial(), call -> {}, loop::warn);
    }

    @Override
    public void sendAccept(CallEffect.SendAccept effect) {
        loop.commands().sendAlone(entry, Command.ACCEPT, () -> hub.accept(entry.id));
    }

    @Override
    public void sendReject(CallEffect.SendReject effect) {
        loop.commands().send(entry, Command.REJECT, () -> hub.reject(entry.id, effect.status()));
    }

    @Override
    public void sendEnd(CallEffect.SendEnd effect) {
        loop.commands().send(entry, Command.END, () -> hub.end(entry.id));
    }

    @Override
    public void refresh(CallEffect.Refresh effect) {
        loop.commands().send(entry, Command.REFRESH, () -> hub.call(entry.id));
    }

    @Override
    public void openMedia(CallEffect.OpenMedia effect) {
        if (loop.startsSessions()) {
            session().open();
        }
    }

    @Override
    public void startSession(CallEffect.StartSession effect) {
        if (loop.startsSessions()) {
            session().start();
        } else if (entry.session != null) {
            entry.session.resume();
        }
    }

    @Override
    public void closeSession(CallEffect.CloseSession effect) {
        if (entry.session != null) {
            entry.session.close(effect.leave());
        }
    }

    @Override
    public void startRingTimer(CallEffect.StartRingTimer effect) {
        entry.ringTimer(RingTimer.start(
                loop, effect.ringTimeLeft().plus(GRACE), () -> loop.dispatch(entry, new CallEvent.RingTimeOver())));
    }

    @Override
    public void stopRingTimer(CallEffect.StopRingTimer effect) {
        entry.ringTimer(null);
    }

    @Override
    public void notifyCall(CallEffect.NotifyCall effect) {
        callNotices.add(() -> loop.listeners().tellCall(listener -> tell(listener, effect.notice(), effect.call())));
    }

    @Override
    public void notifySession(CallEffect.NotifySession effect) {
        sessionNotices.add(() -> loop.listeners().tellSession(listener -> tell(listener, effect.notice())));
    }

    @Override
    public void report(CallEffect.Report effect) {
        entry.problem = effect.error();
        sessionNotices.add(() -> loop.listeners().tellSession(listener -> listener.onError(effect.error())));
    }

    @Override
    public void refuse(CallEffect.Refuse effect) {
        answered = true;
        if (asked != null) {
            loop.callbacks().execute(() -> asked.completeExceptionally(effect.error()));
        }
    }

    @Override
    public void alreadySo(CallEffect.AlreadySo effect) {
        answered = true;
        if (asked != null) {
            loop.answer(asked, effect.call());
        }
    }

    @Override
    public void ignore(CallEffect.Ignore effect) {
        LOG.log(Level.TRACE, "{0} ignores an event: {1}", entry.id, effect.reason());
    }

    private SessionRunner session() {
        if (entry.session == null || entry.session.isClosed()) {
            entry.session = new SessionRunner(loop, entry, loop.settings());
        }
        return entry.session;
    }

    private static void tell(CallListener listener, CallNotice notice, Call call) {
        switch (notice) {
            case INCOMING -> listener.onIncomingCallReceived(call);
            case ACCEPTED -> listener.onOutgoingCallAccepted(call);
            case REMOTE_RINGING -> listener.onRemoteRinging(call);
            case REJECTED -> listener.onOutgoingCallRejected(call);
            case CANCELLED -> listener.onIncomingCallCancelled(call);
            case ENDED -> listener.onCallEndedMessageReceived(call);
            case ANSWERED_ELSEWHERE -> listener.onCallAnsweredElsewhere(call);
        }
    }

    private static void tell(SessionListener listener, SessionNotice notice) {
        switch (notice) {
            case END_BUTTON_PRESSED -> listener.onCallEndButtonPressed();
            case TIMEOUT -> listener.onSessionTimeout();
            case CONNECTION_LOST -> listener.onConnectionLost();
            case CONNECTION_RESTORED -> listener.onConnectionRestored();
            case CALL_ENDED -> listener.onCallEnded();
        }
    }
}

package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallNotice;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the call that an event of the hub is about, and hands it to the call's machine or session. */
final class HubEvents implements SignalingListener {
    private final CallLoop loop;
    private final boolean answersBusy;

    HubEvents(CallLoop loop, boolean answersBusy) {
        this.loop = loop;
        this.answersBusy = answersBusy;
    }

    @Override
    public void onEvent(SignalingEvent event) {
        loop.serial().execute(() -> route(event));
    }

    @Override
    public void onConnectionState(ConnectionState state) {
        loop.serial().execute(() -> loop.connection(state));
    }

    void callChanged(CallChanged event) {
        Call call = event.call();
        CallEntry entry = find(event);
        if (entry != null) {
            if (!entry.id.equals(call.sessionId())) {
                loop.book().rename(entry, call.sessionId());
            }
            loop.dispatch(entry, machineEvent(event));
        } else if (!hold(event) && !loop.book().isPast(call.sessionId())) {
            stranger(event);
        }
    }

    private void route(SignalingEvent event) {
        if (event instanceof CallChanged changed) {
            callChanged(changed);
        } else if (event instanceof SignalingEvent.ParticipantJoined joined) {
            session(event, session -> session.joined(joined.participant()));
        } else if (event instanceof SignalingEvent.ParticipantLeft left) {
            session(event, session -> session.left(left.participant()));
        } else if (event instanceof SignalingEvent.ParticipantMuted muted) {
            session(event, session -> session.muted(muted.participant()));
        } else if (event instanceof SignalingEvent.PeerMessageReceived message) {
            session(event, session -> session.receive(message));
        }
    }

    /** When two users call each other, the hub may say that one's call was accepted as part of the other's. */
    private @Nullable CallEntry find(CallChanged event) {
        CallBook book = loop.book();
        CallEntry entry = book.find(event.call().sessionId());
        if (entry == null) {
            entry = book.find(event.header().sessionId());
        }
        if (entry == null && event.change() == CallChange.ACCEPTED) {
            String peer = peer(event.call());
            entry = book.isPast(event.call().sessionId()) ? null : book.calling(peer);
        }
        return entry;
    }

    /**
     * Holds back what comes of a call from the very user being called, until the hub has said whether the two are one
     * call: then nobody rings.
     */
    private boolean hold(CallChanged event) {
        CallEntry entry = loop.book().calling(peer(event.call()));
        boolean undecided = entry != null && entry.state.call() == null;
        if (entry != null && undecided) {
            entry.held.add(event);
        }
        return undecided;
    }

    private void stranger(CallChanged event) {
        Call call = event.call();
        boolean ownEcho = call.isInitiatedBy(loop.signaling().localUser().uid());
        if (event.change() == CallChange.INCOMING && !ownEcho && !loop.isClosing()) {
            CallEntry entry = CallEntry.incoming(call);
            loop.book().add(entry);
            loop.dispatch(entry, machineEvent(event));
        } else if (call.status().isTerminal() || event.change() == CallChange.ANSWERED_ELSEWHERE) {
            // Its invitation may still come, late: it must not ring then.
            loop.book().remember(call.sessionId(), call);
        }
    }

    private CallEvent machineEvent(CallChanged event) {
        Call call = event.call();
        return switch (event.change()) {
            case INCOMING ->
                new CallEvent.HubIncoming(
                        call, event.ringTimeLeft(), answersBusy && loop.book().live() != null);
            case ACCEPTED -> new CallEvent.HubAccepted(call);
            case REMOTE_RINGING -> new CallEvent.HubRemoteRinging(call);
            case REJECTED -> new CallEvent.HubClosed(CallNotice.REJECTED, call);
            case CANCELLED -> new CallEvent.HubClosed(CallNotice.CANCELLED, call);
            case ENDED -> new CallEvent.HubClosed(CallNotice.ENDED, call);
            case ANSWERED_ELSEWHERE -> new CallEvent.HubClosed(CallNotice.ANSWERED_ELSEWHERE, call);
        };
    }

    private void session(SignalingEvent event, Consumer<SessionRunner> work) {
        CallEntry entry = loop.book().find(event.header().sessionId());
        if (entry != null && entry.session != null) {
            work.accept(entry.session);
        }
    }

    private String peer(Call call) {
        return call.otherParty(loop.signaling().localUser().uid()).id();
    }
}

package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallState;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the user asks for, on the serial executor. */
final class UserCommands {
    private final CallLoop loop;

    UserCommands(CallLoop loop) {
        this.loop = loop;
    }

    void initiate(String sessionId, CallRequest request, CompletableFuture<Call> future) {
        boolean self = request.receiverType() == ReceiverType.USER
                && request.receiverId().equals(loop.signaling().localUser().uid());
        if (self) {
            fail(future, ErrorCode.ERR_CALLING_SELF);
        } else if (loop.book().live() != null || loop.isClosing()) {
            fail(future, ErrorCode.ERR_CALL_BUSY_SELF);
        } else {
            CallEntry entry = CallEntry.outgoing(sessionId, request);
            loop.book().add(entry);
            loop.book().activate(entry);
            loop.dispatch(entry, new CallEvent.Dial(request), Command.INITIATE, future);
        }
    }

    void accept(String sessionId, @Nullable CallType with, CompletableFuture<Call> future) {
        CallEntry entry = loop.book().find(sessionId);
        if (entry == null) {
            boolean past = loop.book().isPast(sessionId);
            fail(future, past ? ErrorCode.ERR_CALL_TERMINATED : ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            return;
        }
        CallEntry before = loop.book().live();
        if (before != entry && entry.state instanceof CallState.Incoming) {
            loop.book().activate(entry);
            if (before != null) {
                loop.dispatch(before, new CallEvent.HangUp());
            }
        }
        if (entry.state instanceof CallState.Incoming) {
            entry.acceptedWith = with;
        }
        loop.dispatch(entry, new CallEvent.Accept(), Command.ACCEPT, future);
    }

    void reject(String sessionId, CallStatus status, CompletableFuture<Call> future) {
        CallEvent event;
        switch (status) {
            case REJECTED, BUSY -> event = new CallEvent.Decline(status);
            case CANCELLED -> event = new CallEvent.Cancel();
            default -> {
                fail(future, CallException.badRequest("status"));
                return;
            }
        }
        change(sessionId, event, Command.REJECT, future, () -> loop.signaling().reject(sessionId, status));
    }

    void end(String sessionId, CompletableFuture<Call> future) {
        change(
                sessionId,
                new CallEvent.End(),
                Command.END,
                future,
                () -> loop.signaling().end(sessionId));
    }

    void hangUp() {
        CallEntry active = loop.book().live();
        if (active != null) {
            loop.dispatch(active, new CallEvent.HangUp());
        }
    }

    void startSession(CallToken token, SessionSettings settings, CompletableFuture<CallSession> future) {
        CallEntry entry = loop.book().find(token.sessionId());
        if (entry == null || entry.isOver()) {
            fail(future, entry == null ? ErrorCode.ERR_CALL_SESSION_NOT_FOUND : ErrorCode.ERR_CALL_TERMINATED);
        } else if (!(entry.state instanceof CallState.Connecting || entry.state instanceof CallState.Ongoing)) {
            fail(future, ErrorCode.ERR_CALL_NOT_STARTED);
        } else {
            if (entry.session == null || entry.session.isClosed()) {
                entry.session = new SessionRunner(loop, entry, settings);
            }
            entry.session.start(token);
            forward(entry.session.started(), future);
        }
    }

    void endSession(CompletableFuture<Void> future) {
        CallEntry active = loop.book().live();
        if (active != null) {
            loop.dispatch(active, new CallEvent.Leave());
        }
        loop.releases().after(() -> loop.callbacks().execute(() -> future.complete(null)));
    }

    <T> void forward(CompletableFuture<T> from, CompletableFuture<T> to) {
        Futures.listen(from, loop.callbacks(), to::complete, to::completeExceptionally);
    }

    /** A call this device does not know may be one of the user's other devices: the hub decides. */
    private void change(
            String sessionId,
            CallEvent event,
            Command command,
            CompletableFuture<Call> future,
            Supplier<CompletableFuture<Call>> unknown) {
        CallEntry entry = loop.book().find(sessionId);
        Call past = loop.book().past(sessionId);
        if (entry != null) {
            loop.dispatch(entry, event, command, future);
        } else if (past != null) {
            loop.answer(future, past);
        } else {
            forward(unknown.get(), future);
        }
    }

    private <T> void fail(CompletableFuture<T> future, ErrorCode code) {
        fail(future, new CallException(code));
    }

    private <T> void fail(CompletableFuture<T> future, CallException error) {
        loop.callbacks().execute(() -> future.completeExceptionally(error));
    }
}

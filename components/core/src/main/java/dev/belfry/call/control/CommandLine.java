package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends commands and brings their answers back. A call is neither made nor accepted before the hub has answered the end
 * of the one before it: it lets nobody be in two.
 */
final class CommandLine {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final CallLoop loop;
    private final Executor callbacks;
    private final List<Runnable> deferred = new ArrayList<>();
    private Consumer<CallChanged> held = change -> {};

    CommandLine(CallLoop loop, Executor callbacks) {
        this.loop = loop;
        this.callbacks = callbacks;
    }

    /** Sets where events go that were held back until an initiate was answered. */
    void onRelease(Consumer<CallChanged> router) {
        held = router;
    }

    /** Sends a command, unless one like it is unanswered: the line sends that again by itself. */
    void send(CallEntry entry, Command command, Supplier<CompletableFuture<Call>> request) {
        if (entry.pending.begin(command)) {
            String asked = entry.id;
            Futures.listen(
                    request.get(),
                    loop.serial(),
                    call -> answered(entry, command, asked, call),
                    error -> failed(entry, command, error));
        }
    }

    /** Sends a command once no other call waits for the hub to hear that it is over. */
    void sendAlone(CallEntry entry, Command command, Supplier<CompletableFuture<Call>> request) {
        if (isLeavingOther(entry)) {
            deferred.add(() -> sendAlone(entry, command, request));
        } else {
            send(entry, command, request);
        }
    }

    /** Sends what had to wait, if it need not any more. */
    void flush() {
        if (!deferred.isEmpty()) {
            List<Runnable> now = List.copyOf(deferred);
            deferred.clear();
            now.forEach(Runnable::run);
        }
    }

    private boolean isLeavingOther(CallEntry entry) {
        return loop.book().all().stream()
                .anyMatch(other -> other != entry && other.isLeaving() && !other.pending.isIdle());
    }

    private void answered(CallEntry entry, Command command, String asked, Call call) {
        List<CompletableFuture<Call>> waiting = entry.pending.end(command);
        // An answer from before the hub made one call of two does not undo that.
        boolean merged = !call.sessionId().equals(asked) && !call.sessionId().equals(entry.id);
        if (merged) {
            loop.book().rename(entry, call.sessionId());
        }
        loop.dispatch(entry, command.answered(call));
        waiting.forEach(future -> callbacks.execute(() -> future.complete(call)));
        release(entry, command);
    }

    private void failed(CallEntry entry, Command command, CallException error) {
        List<CompletableFuture<Call>> waiting = entry.pending.end(command);
        loop.dispatch(entry, command.failed(error));
        waiting.forEach(future -> callbacks.execute(() -> future.completeExceptionally(error)));
        release(entry, command);
        if (error.code() == ErrorCode.ERR_CONNECTION_LOST && loop.connection() == ConnectionState.CONNECTED) {
            // The line is up, only this answer was lost: ask again soon.
            var unused = loop.schedule(RETRY, () -> loop.dispatch(entry, new CallEvent.LineRestored()));
        }
    }

    private void release(CallEntry entry, Command command) {
        if (command == Command.INITIATE) {
            List<CallChanged> changes = List.copyOf(entry.held);
            entry.held.clear();
            changes.forEach(held);
        }
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** What becomes of a command to the controller. */
final class Commands {
    private Commands() {}

    /** Hands a failure, if there is one, on to the event dispatch thread. */
    static void onFailure(CompletableFuture<?> command, Consumer<Problem> handler) {
        CompletableFuture<?> unused = command.whenComplete((result, failure) -> {
            if (failure != null) {
                Problem problem = Problem.of(cause(failure));
                Edt.run(() -> handler.accept(problem));
            }
        });
    }

    private static CallException cause(Throwable failure) {
        Throwable inner =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return inner instanceof CallException known
                ? known
                : new CallException(ErrorCode.ERR_CONNECTION_LOST, null, inner);
    }
}

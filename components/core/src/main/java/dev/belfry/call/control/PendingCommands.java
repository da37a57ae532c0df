package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The commands of one call that the hub has not answered, and who waits for the answers. */
final class PendingCommands {
    private final Set<Command> inFlight = EnumSet.noneOf(Command.class);
    private final Map<Command, List<CompletableFuture<Call>>> waiting = new EnumMap<>(Command.class);

    /** Notes that a command goes out; returns false if one like it is on its way already. */
    boolean begin(Command command) {
        return inFlight.add(command);
    }

    /** Notes that a command was answered; returns who waits for that. */
    List<CompletableFuture<Call>> end(Command command) {
        inFlight.remove(command);
        List<CompletableFuture<Call>> all = waiting.remove(command);
        return all == null ? List.of() : all;
    }

    boolean isIdle() {
        return inFlight.isEmpty();
    }

    void await(Command command, CompletableFuture<Call> future) {
        waiting.computeIfAbsent(command, key -> new ArrayList<>()).add(future);
    }

    /** Hands everyone who waits for a command that is not on its way to the consumer, once. */
    void settleUnsent(Consumer<CompletableFuture<Call>> outcome) {
        for (Command command : Command.values()) {
            if (!inFlight.contains(command)) {
                end(command).forEach(outcome);
            }
        }
    }

    /** Fails everyone. */
    void abandon(CallException error) {
        inFlight.clear();
        settleUnsent(future -> future.completeExceptionally(error));
    }
}

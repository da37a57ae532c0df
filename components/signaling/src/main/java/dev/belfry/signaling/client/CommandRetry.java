package dev.belfry.signaling.client;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Sends a command again, at growing intervals, until it is answered: half a second at first, doubled up to eight. Every
 * command of the hub is idempotent, so that an answer lost on the way does no harm. Confined to one executor; the
 * futures it returns complete there.
 *
 * @since 0.1
 */
public final class CommandRetry {
    private static final Duration FIRST_INTERVAL = Duration.ofMillis(500);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(8);

    private final Scheduler scheduler;
    private final Executor executor;
    private final Duration patience;
    private final Set<Pending<?>> pending = new LinkedHashSet<>();
    private boolean closed;

    /**
     * Creates a sender.
     *
     * @param scheduler the clock
     * @param executor what everything here is confined to
     * @param patience how long to try before a command fails with ERR_CONNECTION_LOST
     */
    public CommandRetry(Scheduler scheduler, Executor executor, Duration patience) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.patience = patience;
    }

    /**
     * Sends a command until it is answered.
     *
     * @param attempt sends it once; the future completes with the answer, or fails if the hub refuses, or never completes
     * @return the first answer; fails with the hub's refusal, or with ERR_CONNECTION_LOST
     */
    public <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> attempt) {
        Pending<T> command = new Pending<>(attempt, scheduler.nanoTime());
        if (closed) {
            command.fail();
            return command.answer;
        }
        pending.add(command);
        command.attempt(FIRST_INTERVAL);
        return command.answer;
    }

    /** Fails every command that is not answered, and those to come. */
    public void close() {
        closed = true;
        List.copyOf(pending).forEach(Pending::fail);
    }

    private final class Pending<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final Supplier<CompletableFuture<T>> attempt;
        private final long startedAt;
        private Scheduler.Cancellable again = () -> {};

        Pending(Supplier<CompletableFuture<T>> attempt, long startedAt) {
            this.attempt = attempt;
            this.startedAt = startedAt;
        }

        void attempt(Duration interval) {
            if (answer.isDone()) {
                return;
            }
            if (scheduler.nanoTime() - startedAt > patience.toNanos()) {
                fail();
                return;
            }
            Duration doubled = interval.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : doubled;
            again = scheduler.schedule(interval, () -> executor.execute(() -> attempt(next)));
            var unused = attempt.get().whenComplete((value, refusal) -> {
                if (refusal == null) {
                    settle(() -> answer.complete(value));
                } else {
                    settle(() -> answer.completeExceptionally(refusal));
                }
            });
        }

        void fail() {
            settle(() -> answer.completeExceptionally(new CallException(ErrorCode.ERR_CONNECTION_LOST)));
        }

        private void settle(Runnable completion) {
            again.cancel();
            pending.remove(this);
            completion.run();
        }
    }
}

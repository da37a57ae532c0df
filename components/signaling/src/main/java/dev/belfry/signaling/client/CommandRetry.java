package dev.belfry.signaling.client;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a command again, at growing intervals, until it is answered. Every command of the hub is idempotent, so that an
 * answer lost on the way does no harm. On a link that loses messages without a word the next attempt follows after an
 * interval; on one that tells, it follows an attempt that failed with an {@link UnansweredException}. A hub that answers
 * with ERR_UNAVAILABLE has not answered. Confined to one executor; the futures it returns complete there.
 *
 * @since 0.1
 */
public final class CommandRetry {
    private static final Duration FIRST_INTERVAL = Duration.ofMillis(500);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(8);

    private final Scheduler scheduler;
    private final Executor executor;
    private final Duration patience;
    private final Backoff intervals;
    private final boolean linkTells;
    private final Set<Pending<?>> pending = new LinkedHashSet<>();
    private boolean closed;

    /**
     * Creates a sender for a link that loses messages without a word: half a second after the first attempt comes the
     * second, and so on, up to eight seconds.
     *
     * @param scheduler the clock
     * @param executor what everything here is confined to
     * @param patience how long to try before a command fails with ERR_CONNECTION_LOST
     */
    public CommandRetry(Scheduler scheduler, Executor executor, Duration patience) {
        this(scheduler, executor, patience, Backoff.exact(FIRST_INTERVAL, LONGEST_INTERVAL), false);
    }

    private CommandRetry(
            Scheduler scheduler, Executor executor, Duration patience, Backoff intervals, boolean linkTells) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.patience = patience;
        this.intervals = intervals;
        this.linkTells = linkTells;
    }

    /**
     * Returns a sender for a link on which every attempt is answered or fails.
     *
     * @param backoff how long to wait after attempts that failed
     */
    public static CommandRetry ofFailures(Scheduler scheduler, Executor executor, Duration patience, Backoff backoff) {
        return new CommandRetry(scheduler, executor, patience, backoff, true);
    }

    /**
     * Sends a command until it is answered.
     *
     * @param attempt sends it once, and returns on the executor what completes there: with the answer; with an
     *     {@link UnansweredException} or ERR_UNAVAILABLE, to be sent again; with any other failure, if the hub refuses;
     *     or never. It is cancelled if its answer is not wanted any more.
     * @return the first answer; fails with the hub's refusal, or with ERR_CONNECTION_LOST
     */
    public <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> attempt) {
        Pending<T> command = new Pending<>(attempt);
        if (closed) {
            command.fail();
            return command.answer;
        }
        pending.add(command);
        command.begin();
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
        private Scheduler.Cancellable limit = () -> {};
        private Scheduler.Cancellable again = () -> {};
        private @Nullable CompletableFuture<T> current;
        private @Nullable Throwable lastFailure;
        private int attempts;

        Pending(Supplier<CompletableFuture<T>> attempt) {
            this.attempt = attempt;
        }

        void begin() {
            limit = scheduler.schedule(patience, () -> executor.execute(this::fail));
            attempt();
        }

        void fail() {
            settle(() ->
                    answer.completeExceptionally(new CallException(ErrorCode.ERR_CONNECTION_LOST, null, lastFailure)));
        }

        private void attempt() {
            if (answer.isDone()) {
                return;
            }
            attempts++;
            if (!linkTells) {
                againAfter(intervals.after(attempts));
            }
            CompletableFuture<T> made = attempt.get();
            current = made;
            var unused = made.whenComplete(this::attempted);
        }

        private void attempted(@Nullable T value, @Nullable Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause == null) {
                settle(() -> answer.complete(value));
            } else if (cause instanceof UnansweredException unanswered) {
                failed(cause, unanswered.retryAfter());
            } else if (cause instanceof CallException refusal && refusal.code() == ErrorCode.ERR_UNAVAILABLE) {
                failed(cause, Duration.ZERO);
            } else {
                settle(() -> answer.completeExceptionally(cause));
            }
        }

        private void failed(Throwable failure, Duration retryAfter) {
            if (linkTells && !answer.isDone()) {
                lastFailure = failure;
                Duration wait = intervals.after(attempts);
                againAfter(wait.compareTo(retryAfter) > 0 ? wait : retryAfter);
            }
        }

        private void againAfter(Duration wait) {
            again = scheduler.schedule(wait, () -> executor.execute(this::attempt));
        }

        private void settle(Runnable completion) {
            limit.cancel();
            again.cancel();
            pending.remove(this);
            completion.run();
            if (current != null) {
                current.cancel(false);
            }
        }
    }
}

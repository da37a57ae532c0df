package dev.belfry.signaling.okhttp;

import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the user's token fresh: asks the host's source once at a time. Confined to one executor. */
final class Tokens {
    private static final Logger LOG = System.getLogger(Tokens.class.getName());
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final TokenSource source;
    private final Scheduler scheduler;
    private final Executor executor;
    private @Nullable String token;
    private @Nullable CompletableFuture<String> asking;
    private @Nullable Instant expiry;
    private Scheduler.Cancellable renewal = () -> {};
    private Scheduler.Cancellable limit = () -> {};
    private boolean closed;

    Tokens(TokenSource source, Scheduler scheduler, Executor executor) {
        this.source = source;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** Returns a token to use; completes on the executor, at once if one is at hand. Fails as the source does. */
    CompletableFuture<String> token() {
        boolean expired = expiry != null && !scheduler.now().isBefore(expiry);
        if (token != null && !expired) {
            return CompletableFuture.completedFuture(token);
        }
        return ask();
    }

    /** The hub does not take a token: the next to ask gets another. */
    void refused(String refusedToken) {
        if (refusedToken.equals(token)) {
            token = null;
            renewal.cancel();
        }
    }

    void close() {
        closed = true;
        renewal.cancel();
        limit.cancel();
    }

    private CompletableFuture<String> ask() {
        if (asking != null) {
            return asking.copy();
        }
        renewal.cancel();
        CompletableFuture<String> answer = new CompletableFuture<>();
        asking = answer;
        limit = scheduler.schedule(
                ANSWER_LIMIT,
                () -> executor.execute(() -> settle(answer, null, new TimeoutException("no token from the host"))));
        var unused = given().whenComplete((given, failure) -> executor.execute(() -> settle(answer, given, failure)));
        return answer.copy();
    }

    /** What a source throws counts as a failure of its future. */
    private CompletableFuture<String> given() {
        try {
            return source.token();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private void settle(CompletableFuture<String> answer, @Nullable String given, @Nullable Throwable failure) {
        if (closed || asking != answer) {
            return;
        }
        asking = null;
        limit.cancel();
        if (given != null && HEADER_TEXT.matcher(given).matches()) {
            use(given);
            answer.complete(given);
        } else {
            Throwable why = failure == null ? new IllegalArgumentException("the host gave what is no token") : failure;
            LOG.log(Level.WARNING, "The host gives no token", why);
            renewAfter(PAUSE_AFTER_FAILURE);
            answer.completeExceptionally(why);
        }
    }

    private void use(String given) {
        token = given;
        Instant now = scheduler.now();
        Duration life = TokenClaims.read(given).lifeAt(now);
        expiry = life == null ? null : now.plus(life);
        if (life != null) {
            renewAfter(life.multipliedBy(4).dividedBy(5));
        }
    }

    /** Asks ahead of need; the token at hand serves until the answer comes. */
    private void renewAfter(Duration delay) {
        renewal.cancel();
        renewal = scheduler.schedule(
                delay,
                () -> executor.execute(() -> {
                    if (!closed && token != null) {
                        var unused = ask();
                    }
                }));
    }
}

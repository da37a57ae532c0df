package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandRetryOfFailuresTest {
    private final FakeScheduler time = new FakeScheduler();
    private final CommandRetry retry = CommandRetry.ofFailures(
            time, time, Duration.ofSeconds(60), Backoff.exact(Duration.ofMillis(500), Duration.ofSeconds(8)));
    private final List<CompletableFuture<String>> attempts = new ArrayList<>();
    private final CompletableFuture<String> answer = retry.send(() -> {
        CompletableFuture<String> attempt = new CompletableFuture<>();
        attempts.add(attempt);
        return attempt;
    });

    @AfterEach
    void nothingIsLeftToDo() {
        retry.close();
        assertThat(time.pending()).isZero();
    }

    @Test
    void anAttemptThatIsUnderWayIsWaitedFor() {
        time.advance(Duration.ofSeconds(59));
        assertThat(attempts).hasSize(1);
        attempts.get(0).complete("yes");
        assertThat(answer).isCompletedWithValue("yes");
    }

    @Test
    void anAttemptThatFailedIsFollowedByTheNextAfterAGrowingPause() {
        for (int millis : new int[] {500, 1_000, 2_000, 4_000, 8_000, 8_000}) {
            int sent = attempts.size();
            attempts.get(sent - 1).completeExceptionally(unanswered(Duration.ZERO));
            time.advance(Duration.ofMillis(millis - 1));
            assertThat(attempts).hasSize(sent);
            time.advance(Duration.ofMillis(1));
            assertThat(attempts).hasSize(sent + 1);
        }
    }

    @Test
    void theHubsOwnWishIsObeyed() {
        attempts.get(0).completeExceptionally(unanswered(Duration.ofSeconds(5)));
        time.advance(Duration.ofMillis(4_999));
        assertThat(attempts).hasSize(1);
        time.advance(Duration.ofMillis(1));
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aFailureWithinOtherFuturesIsSeenThrough() {
        CompletableFuture<String> wrapped = retry.send(
                () -> CompletableFuture.<String>failedFuture(new CallException(ErrorCode.ERR_CALL_TERMINATED))
                        .thenApply(text -> text));
        assertThat(code(wrapped)).isEqualTo(ErrorCode.ERR_CALL_TERMINATED);
    }

    @Test
    void patienceEndsEvenWhileAnAttemptIsUnderWayWhichIsNotWantedAnyMore() {
        time.advance(Duration.ofSeconds(60));
        assertThat(code(answer)).isEqualTo(ErrorCode.ERR_CONNECTION_LOST);
        assertThat(attempts.get(0)).isCancelled();
    }

    @Test
    void whatFailedLastIsTheCause() {
        UnansweredException last = unanswered(Duration.ofSeconds(90));
        attempts.get(0).completeExceptionally(last);
        time.advance(Duration.ofSeconds(60));
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingRootCause()
                .isSameAs(last);
        assertThat(attempts).hasSize(1);
    }

    private static UnansweredException unanswered(Duration retryAfter) {
        return new UnansweredException("no answer", retryAfter, null);
    }

    private static ErrorCode code(CompletableFuture<String> future) {
        return future.handle((value, failure) -> ((CallException) failure).code())
                .join();
    }
}

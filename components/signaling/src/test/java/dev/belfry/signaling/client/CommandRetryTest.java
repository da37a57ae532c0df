package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandRetryTest {
    private final FakeScheduler time = new FakeScheduler();
    private final CommandRetry retry = new CommandRetry(time, time, Duration.ofSeconds(60));
    private final List<CompletableFuture<String>> attempts = new ArrayList<>();

    @AfterEach
    void nothingIsLeftToDo() {
        assertThat(time.pending()).isZero();
    }

    @Test
    void anAnsweredCommandIsSentOnce() {
        CompletableFuture<String> answer = send();
        attempts.get(0).complete("yes");
        time.advance(Duration.ofMinutes(5));

        assertThat(answer).isCompletedWithValue("yes");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void aLostCommandIsSentAgainAtGrowingIntervals() {
        CompletableFuture<String> answer = send();
        time.advance(Duration.ofMillis(499));
        assertThat(attempts).hasSize(1);
        time.advance(Duration.ofMillis(1));
        assertThat(attempts).hasSize(2);
        time.advance(Duration.ofMillis(999));
        assertThat(attempts).hasSize(2);
        time.advance(Duration.ofMillis(1));
        assertThat(attempts).hasSize(3);

        attempts.get(0).complete("late");
        assertThat(answer).isCompletedWithValue("late");
    }

    @Test
    void aRefusalIsAnAnswer() {
        CompletableFuture<String> answer = send();
        attempts.get(0).completeExceptionally(new CallException(ErrorCode.ERR_CALL_TERMINATED));

        assertFailsWith(answer, ErrorCode.ERR_CALL_TERMINATED);
    }

    @Test
    void aHubThatIsOutOfOrderIsAskedAgain() {
        CompletableFuture<String> answer = send();
        attempts.get(0).completeExceptionally(new CallException(ErrorCode.ERR_UNAVAILABLE));
        assertThat(answer).isNotDone();
        time.advance(Duration.ofMillis(500));
        attempts.get(1).completeExceptionally(new CompletionException(new CallException(ErrorCode.ERR_UNAVAILABLE)));
        time.advance(Duration.ofSeconds(1));
        attempts.get(2).complete("yes");

        assertThat(answer).isCompletedWithValue("yes");
        assertThat(attempts).hasSize(3);
    }

    @Test
    void patienceWithAHubThatIsOutOfOrderEnds() {
        CompletableFuture<String> answer = send(new CallException(ErrorCode.ERR_UNAVAILABLE));
        time.advance(Duration.ofSeconds(70));

        assertFailsWith(answer, ErrorCode.ERR_CONNECTION_LOST);
        assertThat(attempts.size()).isBetween(9, 12);
    }

    @Test
    void patienceEnds() {
        CompletableFuture<String> answer = send();
        time.advance(Duration.ofSeconds(70));

        assertFailsWith(answer, ErrorCode.ERR_CONNECTION_LOST);
        assertThat(attempts.size()).isBetween(9, 12);
    }

    @Test
    void closingFailsWhatIsOpenAndWhatComes() {
        CompletableFuture<String> open = send();
        retry.close();
        CompletableFuture<String> late = send();

        assertFailsWith(open, ErrorCode.ERR_CONNECTION_LOST);
        assertFailsWith(late, ErrorCode.ERR_CONNECTION_LOST);
        assertThat(attempts).hasSize(1);
    }

    private CompletableFuture<String> send() {
        return retry.send(() -> {
            CompletableFuture<String> attempt = new CompletableFuture<>();
            attempts.add(attempt);
            return attempt;
        });
    }

    private CompletableFuture<String> send(CallException refusal) {
        return retry.send(() -> {
            CompletableFuture<String> attempt = CompletableFuture.failedFuture(refusal);
            attempts.add(attempt);
            return attempt;
        });
    }

    private static void assertFailsWith(CompletableFuture<String> answer, ErrorCode code) {
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}

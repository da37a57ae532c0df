package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayQueueTest {
    private static final PeerMessage MESSAGE = new PeerMessage.EndOfCandidates(null);

    private final FakeScheduler time = new FakeScheduler();
    private final CommandRetry retry = new CommandRetry(time, time, Duration.ofSeconds(10));
    private final RelayQueue queue = new RelayQueue(retry);
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> attempts = new ArrayList<>();

    @Test
    void theNextGoesOnceTheOneBeforeWasAnswered() {
        CompletableFuture<@Nullable Void> first = send("bob");
        CompletableFuture<@Nullable Void> second = send("bob");
        assertThat(sent).containsExactly("bob 0");
        attempts.get(0).complete(null);
        assertThat(first).isCompleted();
        assertThat(sent).containsExactly("bob 0", "bob 1");
        attempts.get(1).complete(null);
        assertThat(second).isCompleted();
        assertThat(time.pending()).isZero();
    }

    @Test
    void anotherParticipantDoesNotWait() {
        CompletableFuture<@Nullable Void> slow = send("bob");
        CompletableFuture<@Nullable Void> other = send("carol");
        attempts.get(1).complete(null);
        assertThat(other).isCompleted();
        assertThat(slow).isNotDone();
        retry.close();
    }

    @Test
    void aMessageKeepsItsNumberWhenItIsSentAgain() {
        CompletableFuture<@Nullable Void> answer = send("bob");
        time.advance(Duration.ofMillis(600));
        assertThat(sent).containsExactly("bob 0", "bob 0");
        attempts.get(0).complete(null);
        assertThat(answer).isCompleted();
        retry.close();
    }

    @Test
    void aRefusedMessageDoesNotHoldUpTheNext() {
        CompletableFuture<@Nullable Void> refused = send("bob");
        CompletableFuture<@Nullable Void> next = send("bob");
        attempts.get(0).completeExceptionally(new CallException(ErrorCode.ERR_CALL_NOT_A_PART));
        assertThat(refused).isCompletedExceptionally();
        attempts.get(1).complete(null);
        assertThat(next).isCompleted();
    }

    @Test
    void aClosedLineFailsWhatWaits() {
        CompletableFuture<@Nullable Void> first = send("bob");
        CompletableFuture<@Nullable Void> second = send("bob");
        retry.close();
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(sent).containsExactly("bob 0");
    }

    private CompletableFuture<@Nullable Void> send(String to) {
        return queue.send("s", to, MESSAGE, (session, target, number, message) -> {
            sent.add(target + " " + number);
            CompletableFuture<@Nullable Void> attempt = new CompletableFuture<>();
            attempts.add(attempt);
            return attempt;
        });
    }
}

package dev.belfry.signaling.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final FakeScheduler time = new FakeScheduler();
    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final Tokens tokens = new Tokens(
            () -> {
                CompletableFuture<String> answer = new CompletableFuture<>();
                asked.add(answer);
                return answer;
            },
            time,
            time);

    @AfterEach
    void nothingIsLeftToDo() {
        tokens.close();
        time.runReady();
        assertThat(time.pending()).isZero();
    }

    @Test
    void theHostIsAskedOnceAtATimeAndNotAgainWithoutNeed() {
        CompletableFuture<String> first = tokens.token();
        CompletableFuture<String> second = tokens.token();
        assertThat(asked).hasSize(1);
        give("t");
        assertThat(first).isCompletedWithValue("t");
        assertThat(second).isCompletedWithValue("t");
        time.advance(Duration.ofDays(1));
        assertThat(tokens.token()).isCompletedWithValue("t");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoGivesUpWaitingDoesNotSpoilItForOthers() {
        CompletableFuture<String> first = tokens.token();
        CompletableFuture<String> second = tokens.token();
        first.cancel(false);
        give("t");
        assertThat(second).isCompletedWithValue("t");
    }

    @Test
    void aTokenIsRenewedAheadOfItsEndAndServesUntilThen() {
        var unused = tokens.token();
        give(token(0, 1_000));
        time.advance(Duration.ofSeconds(799));
        assertThat(asked).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(asked).hasSize(2);
        assertThat(tokens.token()).isCompletedWithValue(token(0, 1_000));
        give(token(800, 1_800));
        assertThat(tokens.token()).isCompletedWithValue(token(800, 1_800));
    }

    @Test
    void aTokenThatRanOutInSleepIsNotUsed() {
        var unused = tokens.token();
        give(token(0, 1_000));
        time.sleep(Duration.ofSeconds(1_000));
        CompletableFuture<String> next = tokens.token();
        assertThat(next).isNotDone();
        give("other");
        assertThat(next).isCompletedWithValue("other");
    }

    @Test
    void aRefusedTokenIsNotUsedAgain() {
        var unused = tokens.token();
        give("one");
        tokens.refused("zero");
        assertThat(tokens.token()).isCompletedWithValue("one");
        tokens.refused("one");
        CompletableFuture<String> next = tokens.token();
        assertThat(next).isNotDone();
        give("two");
        assertThat(next).isCompletedWithValue("two");
    }

    @Test
    void aHostThatFailsToRenewIsAskedAgainWhileTheTokenLasts() {
        var unused = tokens.token();
        give(token(0, 1_000));
        time.advance(Duration.ofSeconds(800));
        asked.get(1).completeExceptionally(new IllegalStateException("no network"));
        time.advance(Duration.ofSeconds(9));
        assertThat(asked).hasSize(2);
        time.advance(Duration.ofSeconds(1));
        assertThat(asked).hasSize(3);
        assertThat(tokens.token()).isCompletedWithValue(token(0, 1_000));
    }

    @Test
    void aHostThatSaysNothingFailsAfterHalfAMinute() {
        CompletableFuture<String> token = tokens.token();
        time.advance(Duration.ofSeconds(30));
        assertThat(token)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(TimeoutException.class);
        CompletableFuture<String> next = tokens.token();
        asked.get(0).complete("late");
        time.runReady();
        assertThat(next).isNotDone();
        give("t");
        assertThat(next).isCompletedWithValue("t");
    }

    @Test
    void aHostThatThrowsFails() {
        Tokens broken = new Tokens(
                () -> {
                    throw new IllegalStateException("signed out");
                },
                time,
                time);
        CompletableFuture<String> token = broken.token();
        time.runReady();
        assertThat(token).isCompletedExceptionally();
        broken.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "\u00e4"})
    void whatCannotStandInAHeaderIsNoToken(String given) {
        CompletableFuture<String> token = tokens.token();
        give(given);
        assertThat(token).isCompletedExceptionally();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "e30.e30.x", "..", "e30.W10.x", "\u0000.\u0000.\u0000"})
    void whatIsNoJwtSaysNothing(String token) {
        TokenClaims claims = TokenClaims.read(token);
        assertThat(claims.subject()).isNull();
        assertThat(claims.lifeAt(Instant.EPOCH)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,100", "40,60", "100,100", "7000,100", "-50,100", "-7000,100"})
    void aWrongClockDoesNotMakeATokenOlderOrYoungerThanItIs(long now, long seconds) {
        TokenClaims claims = TokenClaims.read(Desk.jwt("{\"sub\":\"alice\",\"iat\":0,\"exp\":100}"));
        assertThat(claims.lifeAt(Instant.ofEpochSecond(now))).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(claims.toString()).doesNotContain("alice");
    }

    @Test
    void aTokenWithoutABeginningLastsUntilItsEnd() {
        TokenClaims claims = TokenClaims.read(Desk.jwt("{\"exp\":100}"));
        assertThat(claims.lifeAt(Instant.ofEpochSecond(30))).isEqualTo(Duration.ofSeconds(70));
        assertThat(claims.lifeAt(Instant.ofEpochSecond(100))).isNull();
    }

    private void give(String token) {
        asked.get(asked.size() - 1).complete(token);
        time.runReady();
    }

    private String token(long from, long until) {
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        return Desk.jwt("{\"sub\":\"alice\",\"iat\":" + (start + from) + ",\"exp\":" + (start + until) + "}");
    }
}

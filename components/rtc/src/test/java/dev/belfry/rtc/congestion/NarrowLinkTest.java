package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.PathConditions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowLinkTest {
    private static final Duration WAY = Duration.ofMillis(20);

    @ParameterizedTest
    @ValueSource(ints = {10_000, 20_000, 50_000, 200_000})
    void at_800_kbit_a_second_nothing_collapses(int queueBytes) {
        try (LinkRun run = new LinkRun(narrow(800_000, queueBytes))) {
            run.run(60);
            assertThat(run.receivedBitsPerSecond()).isBetween(550_000L, 800_000L);
            assertThat(run.lostShare()).isLessThan(0.02);
            assertThat(run.wholeFrames()).isGreaterThan(1700);
            assertThat(run.longestGap()).isLessThan(Duration.ofMillis(500));
            assertThat(run.pool.outstanding()).isLessThan(50);
        }
    }

    @Test
    void a_link_that_turns_narrow_and_wide_again_is_followed() {
        try (LinkRun run = new LinkRun(narrow(2_000_000, 50_000))) {
            run.run(30);
            assertThat(run.receivedBitsPerSecond()).isGreaterThan(1_300_000);
            run.longestGap();
            run.conditions(narrow(300_000, 50_000));
            run.run(20);
            assertThat(run.receivedBitsPerSecond()).isBetween(180_000L, 300_000L);
            assertThat(run.longestGap()).isLessThan(Duration.ofSeconds(3));
            run.run(10);
            assertThat(run.longestGap()).isLessThan(Duration.ofMillis(400));
            run.conditions(narrow(2_000_000, 50_000));
            run.run(30);
            assertThat(run.receivedBitsPerSecond()).isGreaterThan(1_200_000);
        }
    }

    @Test
    void loss_that_comes_of_no_queue_keeps_nothing_small() {
        try (LinkRun run = new LinkRun(PathConditions.FAIR.withDelay(WAY, WAY).withLoss(0.05))) {
            run.run(30);
            assertThat(run.receivedBitsPerSecond()).isGreaterThan(1_500_000);
        }
    }

    @Test
    void a_way_that_shakes_is_no_queue() {
        try (LinkRun run = new LinkRun(PathConditions.FAIR.withDelay(WAY, Duration.ofMillis(30)))) {
            run.run(30);
            assertThat(run.receivedBitsPerSecond()).isGreaterThan(1_500_000);
        }
    }

    @Test
    void a_way_that_died_and_lives_again_is_used_again() {
        try (LinkRun run = new LinkRun(narrow(800_000, 30_000))) {
            run.run(20);
            run.cut();
            run.run(5);
            run.heal();
            run.run(15);
            assertThat(run.receivedBitsPerSecond()).isGreaterThan(400_000);
        }
    }

    private static PathConditions narrow(long bitsPerSecond, int queueBytes) {
        return PathConditions.FAIR.withDelay(WAY, Duration.ofMillis(5)).withRate(bitsPerSecond, queueBytes);
    }
}

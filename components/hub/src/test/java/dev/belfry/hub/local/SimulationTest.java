package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random evenings, each on its own, spread over the processors; {@code -Dbelfry.seed=N} plays one of them
 * again.
 */
class SimulationTest {
    private static final int SCHEDULES = 10_000;

    @Test
    void whateverHappensEverybodyAgreesInTheEnd() {
        Long only = Long.getLong("belfry.seed");
        LongStream seeds = only == null ? LongStream.range(0, SCHEDULES) : LongStream.of(only);
        Optional<Failure> first =
                seeds.parallel().boxed().flatMap(SimulationTest::play).findFirst();
        first.ifPresent(failure -> {
            throw new AssertionError(
                    "seed " + failure.seed() + " failed; play it again with -Dbelfry.seed=" + failure.seed(),
                    failure.cause());
        });
    }

    @Test
    void aSeedAlwaysPlaysTheSameEvening() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(new Simulation(seed).run()).isEqualTo(new Simulation(seed).run());
        }
    }

    private static Stream<Failure> play(long seed) {
        try {
            new Simulation(seed).run();
            return Stream.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Stream.of(new Failure(seed, failure));
        }
    }

    private record Failure(long seed, Throwable cause) {}
}

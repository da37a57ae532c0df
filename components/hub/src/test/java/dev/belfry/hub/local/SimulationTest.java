package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.InMemoryHubStore;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random evenings, each on its own, spread over the processors; {@code -Dbelfry.seed=N} plays one of them
 * again.
 */
public class SimulationTest {
    private static final int SCHEDULES = 10_000;

    /** How many evenings are played; fewer on a store that is slower. */
    protected int schedules() {
        return SCHEDULES;
    }

    /** An empty store for each evening; asked for by many threads. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    @Test
    void whateverHappensEverybodyAgreesInTheEnd() {
        Long only = Long.getLong("belfry.seed");
        LongStream seeds = only == null ? LongStream.range(0, schedules()) : LongStream.of(only);
        Optional<Failure> first = seeds.parallel().boxed().flatMap(this::play).findFirst();
        first.ifPresent(failure -> {
            throw new AssertionError(
                    "seed " + failure.seed() + " failed; play it again with -Dbelfry.seed=" + failure.seed(),
                    failure.cause());
        });
    }

    @Test
    void aSeedAlwaysPlaysTheSameEvening() {
        for (long seed = 0; seed < Math.min(20, schedules() / 10); seed++) {
            assertThat(new Simulation(seed, newStore()).run()).isEqualTo(new Simulation(seed, newStore()).run());
        }
    }

    private Stream<Failure> play(long seed) {
        try {
            new Simulation(seed, newStore()).run();
            return Stream.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Stream.of(new Failure(seed, failure));
        }
    }

    private record Failure(long seed, Throwable cause) {}
}

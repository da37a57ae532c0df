package dev.belfry.hub.local;

import org.junit.jupiter.api.Test;

/** Ten thousand random evenings; {@code -Dbelfry.seed=N} plays one of them again. */
class SimulationTest {
    private static final int SCHEDULES = 10_000;

    @Test
    void whateverHappensEverybodyAgreesInTheEnd() {
        Long only = Long.getLong("belfry.seed");
        if (only != null) {
            new Simulation(only).run();
            return;
        }
        for (long seed = 0; seed < SCHEDULES; seed++) {
            play(seed);
        }
    }

    private static void play(long seed) {
        try {
            new Simulation(seed).run();
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("seed " + seed + " failed; play it again with -Dbelfry.seed=" + seed, failure);
        }
    }
}

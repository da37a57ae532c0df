package dev.belfry.hub.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: nanoseconds since 1970; those before 1677 or after 2262 are these limits. */
final class Moments {
    private static final long NANOS = 1_000_000_000L;

    private Moments() {}

    static long nanos(Instant moment) {
        try {
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
        } catch (ArithmeticException beyond) {
            return moment.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static @Nullable Long nanosOrNull(@Nullable Instant moment) {
        return moment == null ? null : nanos(moment);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static @Nullable Instant instantOrNull(@Nullable Long nanos) {
        return nanos == null ? null : instant(nanos);
    }
}

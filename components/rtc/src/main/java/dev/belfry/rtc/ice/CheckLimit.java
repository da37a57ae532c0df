package dev.belfry.rtc.ice;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Says when a round's checks have gone on for long enough; sooner if no candidate is left to hope for. */
final class CheckLimit {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration HOPELESS_LIMIT = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private long checkingSince;
    private long hopelessSince;
    private boolean hopeless;

    CheckLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The checks of a round begin. */
    void begin() {
        checkingSince = nanoTime.getAsLong();
        hopeless = false;
    }

    /** Returns whether the checks are to end, given that there is, or is not, something left to hope for. */
    boolean isOver(boolean isHopeless) {
        long now = nanoTime.getAsLong();
        if (isHopeless && !hopeless) {
            hopelessSince = now;
        }
        hopeless = isHopeless;
        return now - checkingSince >= LIMIT.toNanos() || (hopeless && now - hopelessSince >= HOPELESS_LIMIT.toNanos());
    }
}

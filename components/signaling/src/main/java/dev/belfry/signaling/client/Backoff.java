package dev.belfry.signaling.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row: doubled each time up to a longest wait, and stretched at random by up to
 * half, so that many devices that lost the same hub do not come back at the same moment. Stateless but for the
 * randomness.
 *
 * @since 0.1
 */
public final class Backoff {
    private static final double MAX_STRETCH = 0.5;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /**
     * Creates a back-off.
     *
     * @param random numbers from 0 to less than 1
     */
    public Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Returns a back-off that is not stretched. */
    public static Backoff exact(Duration first, Duration longest) {
        return new Backoff(first, longest, () -> 0);
    }

    /** Returns the wait after so many failures in a row, from one on. */
    public Duration after(int failures) {
        Duration wait = first;
        for (int n = 1; n < failures && wait.compareTo(longest) < 0; n++) {
            wait = wait.multipliedBy(2);
        }
        Duration bounded = wait.compareTo(longest) > 0 ? longest : wait;
        return bounded.plusNanos((long) (bounded.toNanos() * MAX_STRETCH * random.getAsDouble()));
    }
}

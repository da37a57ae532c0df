package dev.belfry.hub.server.limit;

import java.time.Duration;

/**
 * So many in such a time: that many at once, and again as the time goes by.
 *
 * @param count how many, at least 1
 * @param time in what time, more than none
 * @since 0.1
 */
public record Rate(int count, Duration time) {
    public Rate {
        if (count < 1 || time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("a rate is at least one in some time");
        }
    }
}

package dev.belfry.hub.server.limit;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each of many users or addresses. A bucket that has filled up again is forgotten. Thread-safe.
 *
 * @since 0.1
 */
public final class RateLimiter {
    private static final int CHECKED_PER_CALL = 2;

    private final long nanosPerToken;
    private final long fullNanos;
    private final LongSupplier nanoTime;
    /** By key, when the bucket will be full again; those longest unused come first. */
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Creates a limiter.
     *
     * @param nanoTime a clock that only rises, in nanoseconds
     */
    public RateLimiter(Rate rate, LongSupplier nanoTime) {
        nanosPerToken = Math.max(1, rate.time().toNanos() / rate.count());
        fullNanos = nanosPerToken * rate.count();
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a token.
     *
     * @throws CallException ERR_RATE_LIMITED if there is none
     */
    public void take(String key) throws CallException {
        if (!tryTake(key)) {
            throw new CallException(ErrorCode.ERR_RATE_LIMITED);
        }
    }

    /** Takes a token if there is one. */
    public synchronized boolean tryTake(String key) {
        long now = nanoTime.getAsLong();
        forget(now);
        long full = fullAt.getOrDefault(key, now);
        long base = full - now > 0 ? full : now;
        long next = base + nanosPerToken;
        if (next - now > fullNanos) {
            return false;
        }
        fullAt.put(key, next);
        return true;
    }

    /** How many buckets are not full. */
    synchronized int size() {
        return fullAt.size();
    }

    private void forget(long now) {
        var oldest = fullAt.entrySet().iterator();
        for (int i = 0; i < CHECKED_PER_CALL && oldest.hasNext(); i++) {
            if (oldest.next().getValue() - now > 0) {
                return;
            }
            oldest.remove();
        }
    }
}

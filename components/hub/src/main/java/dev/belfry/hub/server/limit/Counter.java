package dev.belfry.hub.server.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what each of many addresses holds at once. Thread-safe.
 *
 * @since 0.1
 */
public final class Counter {
    private final int max;
    private final Map<String, Integer> counts = new HashMap<>();

    /** Creates a counter that lets each hold at most so many. */
    public Counter(int max) {
        this.max = max;
    }

    /** Counts one more, unless that is too many. */
    public synchronized boolean tryAdd(String key) {
        int count = counts.getOrDefault(key, 0);
        if (count >= max) {
            return false;
        }
        counts.put(key, count + 1);
        return true;
    }

    /** Counts one less. */
    public synchronized void remove(String key) {
        counts.computeIfPresent(key, (any, count) -> count > 1 ? count - 1 : null);
    }
}

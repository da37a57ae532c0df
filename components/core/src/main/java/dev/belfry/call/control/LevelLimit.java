package dev.belfry.call.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets no more than ten levels of each participant through in any second. It counts and keeps no distance between them:
 * ten a second come with some jitter, and none of those is to be dropped. For the serial executor alone.
 */
final class LevelLimit {
    private static final int MOST = 10;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Map<String, Deque<Long>> passed = new HashMap<>();

    /** Returns whether a level that comes now may pass. */
    boolean passes(String participantId, long nanoTime) {
        Deque<Long> times = passed.computeIfAbsent(participantId, id -> new ArrayDeque<>());
        if (times.size() == MOST) {
            if (nanoTime - times.getFirst() < SECOND) {
                return false;
            }
            times.removeFirst();
        }
        times.addLast(nanoTime);
        return true;
    }

    void forget(String participantId) {
        passed.remove(participantId);
    }
}

package dev.belfry.demo.chaos;

import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingEvent.ParticipantJoined;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The events of one device, by call. Thread-safe. */
final class EventBox {
    /** What stands for somebody having joined the session; changes of the call have their own names. */
    static final String JOINED = "JOINED";

    private final Map<String, Map<String, Integer>> open = new HashMap<>();
    private long total;
    private long strays;

    /** Begins to keep the events of a call. */
    synchronized void open(String sessionId) {
        open.put(sessionId, new HashMap<>());
    }

    /** Takes an event; one of a call that is not open came again, or out of place. */
    synchronized void take(SignalingEvent event) {
        total++;
        Map<String, Integer> counts = open.get(event.header().sessionId());
        if (counts == null) {
            strays++;
            return;
        }
        counts.merge(kind(event), 1, Integer::sum);
        notifyAll();
    }

    /** Waits for an event of an open call; false if it does not come. */
    synchronized boolean await(String sessionId, String kind, Duration patience) throws InterruptedException {
        Map<String, Integer> counts = Objects.requireNonNull(open.get(sessionId), sessionId);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!counts.containsKey(kind)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Returns whether an event of an open call came. */
    synchronized boolean has(String sessionId, String kind) {
        return Objects.requireNonNull(open.get(sessionId), sessionId).containsKey(kind);
    }

    /** Returns how often each kind of event came, and keeps the call's events no more. */
    synchronized Map<String, Integer> close(String sessionId) {
        return Map.copyOf(Objects.requireNonNull(open.remove(sessionId), sessionId));
    }

    /** Returns how many events came in all. */
    synchronized long total() {
        return total;
    }

    /** Returns how many came for calls that were not open, any more or yet. */
    synchronized long strays() {
        return strays;
    }

    private static String kind(SignalingEvent event) {
        if (event instanceof CallChanged changed) {
            return changed.change().name();
        }
        return event instanceof ParticipantJoined ? JOINED : event.getClass().getSimpleName();
    }
}

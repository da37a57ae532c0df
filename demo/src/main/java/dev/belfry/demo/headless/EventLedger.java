package dev.belfry.demo.headless;

import dev.belfry.call.control.CallPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the events of users, and compares them with what one good call brings. Thread-safe. */
final class EventLedger {
    /** What must come, as often as it likes. */
    private static final Set<String> SOME = Set.of("onUserJoined", "onUserListUpdated");

    /** What tells of an error or a loss, or has no place in such a call. */
    private static final Set<String> NEVER = Set.of(
            "onError",
            "onConnectionLost",
            "onSessionTimeout",
            "onOutgoingCallRejected",
            "onIncomingCallCancelled",
            "onCallAnsweredElsewhere");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Set<String>> once = new TreeMap<>();

    static String state(CallPhase phase) {
        return "state " + phase;
    }

    /** Sets what is to come to a user, each event exactly once. */
    synchronized void expect(String uid, Set<String> events) {
        once.put(uid, events);
    }

    synchronized void count(String uid, String event) {
        counts.merge(uid + " " + event, 1, Integer::sum);
    }

    /** Returns the events that should have come and did not, as user and event. */
    synchronized List<String> missing() {
        List<String> missing = new ArrayList<>();
        once.forEach((uid, events) -> {
            events.stream().filter(event -> times(uid, event) == 0).forEach(event -> missing.add(uid + " " + event));
            SOME.stream().filter(event -> times(uid, event) == 0).forEach(event -> missing.add(uid + " " + event));
        });
        missing.sort(null);
        return missing;
    }

    /** Returns the events that came more than once and should not have. */
    synchronized List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        once.forEach((uid, events) -> events.stream()
                .filter(event -> times(uid, event) > 1)
                .forEach(event -> doubled.add(uid + " " + event)));
        doubled.sort(null);
        return doubled;
    }

    /** Returns the events that should not have come at all. */
    synchronized List<String> unwelcome() {
        return counts.keySet().stream()
                .filter(key -> NEVER.contains(key.substring(key.indexOf(' ') + 1)))
                .toList();
    }

    private int times(String uid, String event) {
        return counts.getOrDefault(uid + " " + event, 0);
    }
}

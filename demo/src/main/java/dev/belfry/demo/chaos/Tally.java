package dev.belfry.demo.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What was found out over all calls. Thread-safe. */
final class Tally {
    private static final int MOST_WORDS = 20;

    private final List<String> words = new ArrayList<>();
    private long calls;
    private long events;
    private long lost;
    private long doubled;
    private long disagreed;
    private long errors;

    /** A call is over; returns how many are. */
    synchronized long call() {
        return ++calls;
    }

    /** A user's events of a call are those they should be, or not. */
    synchronized void compare(String what, Map<String, Integer> expected, Map<String, Integer> came) {
        TreeSet<String> kinds = new TreeSet<>(expected.keySet());
        kinds.addAll(came.keySet());
        for (String kind : kinds) {
            int difference = came.getOrDefault(kind, 0) - expected.getOrDefault(kind, 0);
            if (difference < 0) {
                lost -= difference;
                say(what + ": lost " + kind);
            } else if (difference > 0) {
                doubled += difference;
                say(what + ": " + difference + " too many " + kind);
            }
        }
    }

    /** The numbers of a device's events had gaps, or came again. */
    synchronized void numbers(String what, long howManyEvents, long gaps, long repeated) {
        events += howManyEvents;
        lost += gaps;
        doubled += repeated;
        if (gaps + repeated > 0) {
            say(what + ": " + gaps + " numbers lost, " + repeated + " events again or out of place");
        }
    }

    /** The two sides see a call differently, or not as it went. */
    synchronized void disagreement(String what) {
        disagreed++;
        say(what);
    }

    /** Something failed that should not have. */
    synchronized void error(String what) {
        errors++;
        say(what);
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long events() {
        return events;
    }

    synchronized long lost() {
        return lost;
    }

    synchronized long doubled() {
        return doubled;
    }

    synchronized long disagreed() {
        return disagreed;
    }

    synchronized long errors() {
        return errors;
    }

    /** Returns the first things that went wrong, in words. */
    synchronized List<String> words() {
        return List.copyOf(words);
    }

    private void say(String what) {
        if (words.size() < MOST_WORDS) {
            words.add(what);
        }
    }
}

package dev.belfry.testkit;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is due at some time, the earliest first, ties in the order in which they were added. Not thread-safe. */
final class TimedQueue<T> {
    private final PriorityQueue<Entry<T>> entries =
            new PriorityQueue<>(Comparator.<Entry<T>>comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long count;

    /** Something that is due at a time. */
    record Entry<T>(long at, long number, T what) {}

    Entry<T> add(long at, T what) {
        Entry<T> entry = new Entry<>(at, count++, what);
        entries.add(entry);
        return entry;
    }

    void remove(Entry<T> entry) {
        entries.remove(entry);
    }

    /** Returns the earliest; null if there is none. */
    @Nullable
    Entry<T> peek() {
        return entries.peek();
    }

    /** Removes and returns the earliest, if it is due by a time; null if there is none. */
    @Nullable
    Entry<T> poll(long until) {
        Entry<T> first = entries.peek();
        return first == null || first.at > until ? null : entries.poll();
    }

    int size() {
        return entries.size();
    }
}

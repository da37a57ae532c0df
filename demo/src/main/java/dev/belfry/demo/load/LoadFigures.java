package dev.belfry.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is measured and counted in the course of a load. Thread-safe. */
final class LoadFigures {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final Histogram toIncoming = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram toAccepted = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram toEnded = new ConcurrentHistogram(LONGEST, DIGITS);
    private final LongAdder completed = new LongAdder();
    private final Map<String, Integer> errors = new TreeMap<>();

    /** From the moment a call is due to the receiver's device hearing of it. */
    Histogram toIncoming() {
        return toIncoming;
    }

    /** From the wish to accept to the caller's device hearing of it. */
    Histogram toAccepted() {
        return toAccepted;
    }

    /** From the wish to end to the other device hearing of it. */
    Histogram toEnded() {
        return toEnded;
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, Math.min(LONGEST, nanos)));
    }

    /** Returns a percentile in milliseconds; NaN before the first value. */
    static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0
                ? Double.NaN
                : histogram.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    void complete() {
        completed.increment();
    }

    long completed() {
        return completed.sum();
    }

    /** Counts an error; those of the same words together. */
    void error(String words) {
        error(words, 1);
    }

    synchronized void error(String words, long times) {
        if (times > 0) {
            errors.merge(words, (int) times, Integer::sum);
        }
    }

    synchronized int errors() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns what went wrong and how often. */
    synchronized List<String> errorWords() {
        List<String> words = new ArrayList<>();
        errors.forEach((error, times) -> words.add(times + " x " + error));
        return words;
    }
}

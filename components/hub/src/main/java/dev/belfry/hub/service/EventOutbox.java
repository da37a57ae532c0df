package dev.belfry.hub.service;

import dev.belfry.call.spi.SignalingEvent;
import java.time.Instant;
import java.util.List;

/**
 * The events of each user, numbered, kept so that a device which lost its connection can ask for what it missed.
 * Thread-safe; every method is atomic by itself.
 *
 * @since 0.1
 */
public interface EventOutbox {
    /** Appends an event to its user's, under the number after the last. */
    void append(Draft draft);

    /** Returns a user's events with a number above {@code seq}, in order, as far as they are still kept. */
    List<Entry> since(String uid, long seq);

    /** Returns the number of a user's latest event, 0 before the first. */
    long head(String uid);

    /**
     * An event to be numbered.
     *
     * @param at when it happened
     * @param audience whom it is for
     * @param event the event, its number and age not yet true
     */
    record Draft(Instant at, Audience audience, SignalingEvent event) {}

    /** A numbered event. */
    record Entry(long seq, Draft draft) {}
}

package dev.belfry.hub.service;

import java.util.List;

/**
 * Events of one user that have just been stored, in order and without gaps: for whom it is quicker to take them from here
 * than to read them again.
 *
 * @since 0.1
 */
public record NewEvents(String uid, List<EventEntry> entries) {
    public NewEvents {
        entries = List.copyOf(entries);
    }

    /** Returns the number of the last of them; 0 for none. */
    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
    }
}

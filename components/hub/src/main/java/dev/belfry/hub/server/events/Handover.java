package dev.belfry.hub.server.events;

import dev.belfry.hub.service.EventEntry;
import dev.belfry.hub.service.NewEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Events handed over by those who stored them, so that they need not be read again. Any thread gives, one takes. */
final class Handover {
    private final Queue<NewEvents> given = new ConcurrentLinkedQueue<>();

    void give(NewEvents events) {
        given.add(events);
    }

    /** Returns all that was given after a number; nothing if some between are missing. What is not returned is gone. */
    Optional<List<EventEntry>> takeAfter(long seq) {
        List<EventEntry> taken = new ArrayList<>();
        boolean complete = true;
        long last = seq;
        for (NewEvents next = given.poll(); next != null; next = given.poll()) {
            for (EventEntry entry : next.entries()) {
                if (entry.seq() > last) {
                    complete &= entry.seq() == last + 1;
                    last = entry.seq();
                    taken.add(entry);
                }
            }
        }
        return complete ? Optional.of(taken) : Optional.empty();
    }
}

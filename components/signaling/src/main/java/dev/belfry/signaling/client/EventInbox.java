package dev.belfry.signaling.client;

import dev.belfry.call.spi.SignalingEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a device's events into the hub's order, each once, whatever the line does to them: an event that comes early
 * waits for those before it, and its coming tells that there is a gap to ask for. Confined to one executor.
 *
 * @since 0.1
 */
public final class EventInbox {
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_REMEMBERED = 1_000;

    private final Consumer<SignalingEvent> listener;
    private final SortedMap<Long, Slot> waiting = new TreeMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private long last;

    /**
     * Creates an inbox.
     *
     * @param last the number before the first event to come
     * @param listener where events go, in order
     */
    public EventInbox(long last, Consumer<SignalingEvent> listener) {
        this.last = last;
        this.listener = listener;
    }

    /** Returns the number up to which everything has come. */
    public long last() {
        return last;
    }

    /** Returns whether events are missing before some that came. */
    public boolean hasGap() {
        return !waiting.isEmpty();
    }

    /**
     * Takes what the line brought.
     *
     * @param seq its number
     * @param event the event, null if that number is not for this device
     */
    public void receive(long seq, @Nullable SignalingEvent event) {
        if (seq <= last || waiting.size() >= MAX_WAITING) {
            return;
        }
        waiting.put(seq, new Slot(event));
        Slot next = waiting.remove(last + 1);
        while (next != null) {
            last++;
            deliver(next.event);
            next = waiting.remove(last + 1);
        }
    }

    /** Goes on after a number: what came before it and is missing was lost for good. */
    public void skipTo(long seq) {
        last = Math.max(last, seq);
        waiting.headMap(last + 1).clear();
    }

    private void deliver(@Nullable SignalingEvent event) {
        if (event == null || !seen.add(event.header().messageId())) {
            return;
        }
        if (seen.size() > MAX_REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        listener.accept(event);
    }

    private record Slot(@Nullable SignalingEvent event) {}
}

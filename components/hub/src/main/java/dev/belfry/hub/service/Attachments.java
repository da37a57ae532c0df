package dev.belfry.hub.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections of devices that this node holds, counted: a device may have come again before it went. Thread-safe. */
final class Attachments {
    private final Map<Attachment, Integer> counts = new HashMap<>();

    /** One start of one device. */
    record Attachment(Device device, long start) {}

    synchronized void add(Attachment attachment) {
        counts.merge(attachment, 1, Integer::sum);
    }

    /** Returns whether this was the last connection of that start of the device. */
    synchronized boolean remove(Attachment attachment) {
        return counts.computeIfPresent(attachment, (any, count) -> count > 1 ? count - 1 : null) == null;
    }

    synchronized boolean has(Attachment attachment) {
        return counts.containsKey(attachment);
    }

    synchronized List<Attachment> all() {
        return List.copyOf(counts.keySet());
    }
}

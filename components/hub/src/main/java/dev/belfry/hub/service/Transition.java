package dev.belfry.hub.service;

import java.util.List;

/**
 * What a command makes of a record.
 *
 * @param next the record after it; the very record it came from if nothing changes
 * @param cause the device that caused it, its id empty for the hub itself
 * @param notices who is told of it
 */
record Transition(CallRecord next, Device cause, List<Notice> notices) {
    Transition {
        notices = List.copyOf(notices);
    }

    static Transition none(CallRecord record) {
        return new Transition(record, new Device("", ""), List.of());
    }
}

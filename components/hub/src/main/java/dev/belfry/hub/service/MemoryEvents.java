package dev.belfry.hub.service;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of an {@link InMemoryHubStore}, under its lock. */
final class MemoryEvents {
    private static final int MAX_KEPT = 1_000;

    private final Map<String, Mailbox> mailboxes = new HashMap<>();

    EventEntry append(EventDraft draft) {
        return mailboxes
                .computeIfAbsent(draft.audience().uid(), any -> new Mailbox())
                .append(draft);
    }

    List<EventEntry> since(String uid, long seq) {
        Mailbox mailbox = mailboxes.get(uid);
        return mailbox == null || seq >= mailbox.head
                ? List.of()
                : mailbox.entries.stream().filter(entry -> entry.seq() > seq).toList();
    }

    long head(String uid) {
        Mailbox mailbox = mailboxes.get(uid);
        return mailbox == null ? 0 : mailbox.head;
    }

    void prune(Instant before) {
        mailboxes
                .values()
                .forEach(mailbox ->
                        mailbox.entries.removeIf(entry -> entry.draft().at().isBefore(before)));
    }

    private static final class Mailbox {
        private final Deque<EventEntry> entries = new ArrayDeque<>();
        private long head;

        EventEntry append(EventDraft draft) {
            EventEntry entry = new EventEntry(++head, draft);
            entries.add(entry);
            if (entries.size() > MAX_KEPT) {
                entries.remove();
            }
            return entry;
        }
    }
}

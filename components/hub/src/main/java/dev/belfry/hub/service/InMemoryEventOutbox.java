package dev.belfry.hub.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events in this JVM; the latest 1,000 of each user are kept.
 *
 * @since 0.1
 */
public final class InMemoryEventOutbox implements EventOutbox {
    private static final int MAX_KEPT = 1_000;

    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

    /** Creates an empty outbox. */
    public InMemoryEventOutbox() {}

    @Override
    public void append(Draft draft) {
        mailbox(draft.audience().uid()).append(draft);
    }

    @Override
    public List<Entry> since(String uid, long seq) {
        return mailbox(uid).since(seq);
    }

    @Override
    public long head(String uid) {
        return mailbox(uid).head();
    }

    private Mailbox mailbox(String uid) {
        return mailboxes.computeIfAbsent(uid, any -> new Mailbox());
    }

    private static final class Mailbox {
        private final Deque<Entry> entries = new ArrayDeque<>();
        private long head;

        synchronized void append(Draft draft) {
            entries.add(new Entry(++head, draft));
            if (entries.size() > MAX_KEPT) {
                entries.remove();
            }
        }

        synchronized List<Entry> since(long seq) {
            return seq >= head
                    ? List.of()
                    : entries.stream().filter(entry -> entry.seq() > seq).toList();
        }

        synchronized long head() {
            return head;
        }
    }
}

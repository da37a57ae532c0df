package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.machine.CallState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one device: the active one, which the panels show, those that wait, those the hub has yet to confirm to
 * be over, and the ends of past ones, so that nothing late rings again. For the serial executor alone.
 */
final class CallBook {
    private static final int REMEMBERED = 256;

    private final Map<String, CallEntry> entries = new LinkedHashMap<>();
    private final List<CallEntry> waiting = new ArrayList<>();
    private final Map<String, Optional<Call>> past = new LinkedHashMap<>();
    private @Nullable CallEntry active;

    @Nullable
    CallEntry active() {
        return active;
    }

    /** Returns the active call unless it is over. */
    @Nullable
    CallEntry live() {
        return active == null || active.isOver() ? null : active;
    }

    List<CallEntry> waiting() {
        return List.copyOf(waiting);
    }

    List<CallEntry> all() {
        return List.copyOf(entries.values());
    }

    @Nullable
    CallEntry find(String sessionId) {
        return entries.get(sessionId);
    }

    /** Returns the call on its way to a user, if any. */
    @Nullable
    CallEntry calling(String uid) {
        for (CallEntry entry : entries.values()) {
            if (entry.isCalling(uid)) {
                return entry;
            }
        }
        return null;
    }

    boolean isPast(String sessionId) {
        return past.containsKey(sessionId);
    }

    @Nullable
    Call past(String sessionId) {
        return past.getOrDefault(sessionId, Optional.empty()).orElse(null);
    }

    void add(CallEntry entry) {
        entries.put(entry.id, entry);
    }

    /** Notes that the hub made one call of two, under the other's id. */
    void rename(CallEntry entry, String sessionId) {
        entries.remove(entry.id);
        remember(entry.id, null);
        CallEntry merged = entries.remove(sessionId);
        if (merged != null) {
            merged.ringTimer(null);
            waiting.remove(merged);
            if (active == merged) {
                active = entry;
            }
        }
        entry.id = sessionId;
        entries.put(sessionId, entry);
    }

    /** Makes a call the active one; what was active before goes on settling, unseen. */
    void activate(CallEntry entry) {
        CallEntry before = active;
        waiting.remove(entry);
        active = entry;
        if (before != null && before != entry) {
            arrange(before);
        }
    }

    /** Stops showing the active call if it is over. */
    void clear() {
        CallEntry before = active;
        if (before != null && before.isOver()) {
            active = null;
            arrange(before);
        }
    }

    /** Puts a call where its state wants it: shown, waiting, or past. */
    void arrange(CallEntry entry) {
        if (entry.isOver()) {
            waiting.remove(entry);
        } else if (entry.state instanceof CallState.Incoming && entry != active && !waiting.contains(entry)) {
            if (live() == null) {
                activate(entry);
            } else {
                waiting.add(entry);
            }
        }
        if (entry.state instanceof CallState.Ended) {
            remember(entry.id, entry.state.call());
            if (entry != active) {
                entries.remove(entry.id, entry);
            }
        }
    }

    /** Makes the call that waited longest the active one if that is over; returns whether there was one. */
    boolean promote() {
        if (live() != null || waiting.isEmpty()) {
            return false;
        }
        activate(waiting.get(0));
        return true;
    }

    /** Remembers that a call is over. */
    void remember(String sessionId, @Nullable Call call) {
        past.put(sessionId, Optional.ofNullable(call));
        if (past.size() > REMEMBERED) {
            past.remove(past.keySet().iterator().next());
        }
    }
}

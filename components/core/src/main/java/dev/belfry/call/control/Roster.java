package dev.belfry.call.control;

import dev.belfry.call.Participant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in a session, the local participant first. For the serial executor alone. */
final class Roster {
    private final Map<String, Participant> others = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private @Nullable Participant local;

    @Nullable
    Participant local() {
        return local;
    }

    void local(@Nullable Participant participant) {
        local = participant;
    }

    /**
     * Adds or updates somebody; returns whether that one was not there before. Who left does not come back: a list of
     * participants may be older than the news of a leaving, and who joins again has another id.
     */
    boolean put(Participant participant) {
        return !gone.contains(participant.id()) && others.put(participant.id(), participant) == null;
    }

    boolean remove(String participantId) {
        gone.add(participantId);
        return others.remove(participantId) != null;
    }

    boolean hasOther(String participantId) {
        return others.containsKey(participantId);
    }

    @Nullable
    Participant find(String participantId) {
        return local != null && local.id().equals(participantId) ? local : others.get(participantId);
    }

    boolean isAlone() {
        return local != null && others.isEmpty();
    }

    List<Participant> others() {
        return List.copyOf(others.values());
    }

    List<Participant> all() {
        List<Participant> all = new ArrayList<>();
        if (local != null) {
            all.add(local);
            all.addAll(others.values());
        }
        return all;
    }

    void clear() {
        local = null;
        others.clear();
        gone.clear();
    }
}

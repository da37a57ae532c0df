package dev.belfry.call.control;

import dev.belfry.call.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in a session, the local participant first. For the serial executor alone. */
final class Roster {
    private final Map<String, Participant> others = new LinkedHashMap<>();
    private @Nullable Participant local;

    @Nullable
    Participant local() {
        return local;
    }

    void local(@Nullable Participant participant) {
        local = participant;
    }

    /** Adds or updates somebody; returns whether that one was not there before. */
    boolean put(Participant participant) {
        return others.put(participant.id(), participant) == null;
    }

    boolean remove(String participantId) {
        return others.remove(participantId) != null;
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
    }
}

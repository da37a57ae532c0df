package dev.belfry.hub.server.events;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The event connections of this node, by user. Thread-safe. */
final class Connections {
    private final Map<String, List<EventConnection>> byUser = new ConcurrentHashMap<>();
    private final Set<EventConnection> all = ConcurrentHashMap.newKeySet();

    /** A connection is open, and may yet be refused. */
    void opened(EventConnection connection) {
        all.add(connection);
    }

    /** A connection has been closed at both ends. */
    void closed(EventConnection connection) {
        all.remove(connection);
        remove(connection);
    }

    /** Has a connection told what is new, and closes those that the same device had. */
    void add(EventConnection connection) {
        List<EventConnection> replaced = new CopyOnWriteArrayList<>();
        byUser.compute(connection.device().uid(), (uid, before) -> {
            List<EventConnection> list = before == null ? new CopyOnWriteArrayList<>() : before;
            list.stream()
                    .filter(other -> other.device().equals(connection.device()))
                    .forEach(replaced::add);
            list.removeAll(replaced);
            list.add(connection);
            return list;
        });
        replaced.forEach(
                other -> other.close(other.start() == connection.start() ? CloseCode.SUPERSEDED : CloseCode.REPLACED));
    }

    /** Has a connection told nothing any more. */
    void remove(EventConnection connection) {
        byUser.computeIfPresent(connection.device().uid(), (uid, list) -> {
            list.remove(connection);
            return list.isEmpty() ? null : list;
        });
    }

    List<EventConnection> of(String uid) {
        return byUser.getOrDefault(uid, List.of());
    }

    /** Returns every open connection, those that are being closed among them. */
    Collection<EventConnection> all() {
        return Collections.unmodifiableSet(all);
    }

    Set<String> users() {
        return Collections.unmodifiableSet(byUser.keySet());
    }

    /** How many devices of a user have a connection here, not counting this one. */
    long othersOf(String uid, String deviceId) {
        return of(uid).stream()
                .map(connection -> connection.device().deviceId())
                .filter(other -> !other.equals(deviceId))
                .distinct()
                .count();
    }
}

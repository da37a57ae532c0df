package dev.belfry.hub.service;

import dev.belfry.call.Group;
import dev.belfry.call.User;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Users and groups in this JVM.
 *
 * @since 0.1
 */
public final class InMemoryDirectory implements Accounts {
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final Map<String, List<String>> members = new ConcurrentHashMap<>();

    /** Creates an empty directory. */
    public InMemoryDirectory() {}

    /** Adds a user, or replaces the one with this uid. */
    public InMemoryDirectory add(User user) {
        users.put(user.uid(), user);
        return this;
    }

    /** Adds a group with its members, or replaces the one with this guid; the count of members is taken from here. */
    public InMemoryDirectory add(Group group, List<String> uids) {
        groups.put(group.guid(), new Group(group.guid(), group.name(), group.icon(), uids.size()));
        members.put(group.guid(), List.copyOf(uids));
        return this;
    }

    @Override
    public void put(User user) {
        add(user);
    }

    @Override
    public void put(Group group, List<String> uids) {
        add(group, uids);
    }

    @Override
    public Optional<User> user(String uid) {
        return Optional.ofNullable(users.get(uid));
    }

    @Override
    public List<User> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return users.values().stream()
                .filter(user -> user.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || user.uid().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(User::name).thenComparing(User::uid))
                .toList();
    }

    @Override
    public Optional<Group> group(String guid) {
        return Optional.ofNullable(groups.get(guid));
    }

    @Override
    public List<String> members(String guid) {
        return members.getOrDefault(guid, List.of());
    }
}

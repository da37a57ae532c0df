package dev.belfry.hub.service;

import dev.belfry.call.CallParty;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of the calls that one command is about, read all at once, outside its transaction; and which of their
 * devices the hub can reach. Immutable.
 */
final class Cast {
    private final Map<String, Optional<User>> users;
    private final Map<String, Optional<Group>> groups;
    private final Set<Device> connected;
    private final Set<String> online;

    /**
     * Creates a cast.
     *
     * @param users everybody who was asked for; empty for whom the directory does not have
     * @param groups every group that was asked for; empty likewise
     */
    Cast(Map<String, Optional<User>> users, Map<String, Optional<Group>> groups, Set<Device> connected) {
        this.users = Map.copyOf(users);
        this.groups = Map.copyOf(groups);
        this.connected = Set.copyOf(connected);
        online = connected.stream().map(Device::uid).collect(Collectors.toSet());
    }

    /** The same people, of whom the hub can now reach these devices. */
    Cast reaching(Set<Device> devices) {
        return new Cast(users, groups, devices);
    }

    /** Whether the directory has this user. */
    boolean knows(String uid) {
        return find(uid).isPresent();
    }

    /** Whether everybody in these calls was asked for. */
    boolean covers(Collection<CallRecord> records) {
        return records.stream()
                .allMatch(record -> record.parties().map(Party::uid).allMatch(users::containsKey)
                        && (!record.isGroup()
                                || groups.containsKey(record.request().receiverId())));
    }

    /** A user with presence, also one whom the directory has since forgotten. */
    User user(String uid) {
        User user = find(uid).orElseGet(() -> User.of(uid, uid));
        return new User(user.uid(), user.name(), user.avatar(), online.contains(uid), user.role());
    }

    /** Whom a call is for, also a group that the directory has since forgotten. */
    CallParty receiver(CallRecord record) {
        String id = record.request().receiverId();
        if (record.request().receiverType() == ReceiverType.USER) {
            return user(id);
        }
        return groups.getOrDefault(id, Optional.empty())
                .orElseGet(() -> new Group(id, id, null, record.receivers().size() + 1));
    }

    /** Whether the hub can reach a device. */
    boolean reaches(Device device) {
        return connected.contains(device);
    }

    /** The devices of a user which the hub can reach. */
    Set<String> devices(String uid) {
        return connected.stream()
                .filter(device -> device.uid().equals(uid))
                .map(Device::deviceId)
                .collect(Collectors.toSet());
    }

    private Optional<User> find(String uid) {
        return users.getOrDefault(uid, Optional.empty());
    }
}

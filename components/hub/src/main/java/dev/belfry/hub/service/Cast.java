package dev.belfry.hub.service;

import dev.belfry.call.CallParty;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of the calls that one command is about, read all at once, before its transaction. Somebody who turns up
 * only in the transaction is looked up on the spot. Confined to one thread.
 */
final class Cast {
    private final Directory directory;
    private final Map<String, Optional<User>> users = new HashMap<>();
    private final Map<String, Optional<Group>> groups = new HashMap<>();
    private final Set<Device> connected;
    private final Set<String> online;

    Cast(Directory directory, Set<String> uids, Set<Device> connected) {
        this.directory = directory;
        this.connected = connected;
        online = connected.stream().map(Device::uid).collect(Collectors.toSet());
        if (!uids.isEmpty()) {
            Map<String, User> found = directory.users(uids);
            uids.forEach(uid -> users.put(uid, Optional.ofNullable(found.get(uid))));
        }
    }

    /** Looks a group up, to have it at hand. */
    Cast with(String guid) {
        groups.put(guid, directory.group(guid));
        return this;
    }

    /** Whether the directory has this user. */
    boolean knows(String uid) {
        return find(uid).isPresent();
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
        return groups.computeIfAbsent(id, directory::group)
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
        return users.computeIfAbsent(uid, directory::user);
    }
}

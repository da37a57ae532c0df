package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The directory, with who is online. */
final class People {
    private final Directory directory;
    private final HubStore store;
    private final Scheduler clock;

    People(Directory directory, HubStore store, Scheduler clock) {
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    void require(Device device) throws CallException {
        if (directory.user(device.uid()).isEmpty()) {
            throw stranger();
        }
    }

    User user(String uid) throws CallException {
        User user = directory.user(uid).orElseThrow(People::notFound);
        return present(List.of(user)).get(0);
    }

    List<User> search(String text) throws CallException {
        return present(directory.search(text));
    }

    Group group(String guid) throws CallException {
        return directory.group(guid).orElseThrow(People::notFound);
    }

    /** Everybody in these calls. */
    Cast cast(Collection<CallRecord> records, Set<Device> connected) throws CallException {
        Set<String> guids = records.stream()
                .filter(CallRecord::isGroup)
                .map(record -> record.request().receiverId())
                .collect(Collectors.toSet());
        return cast(uids(records), guids, connected);
    }

    private Cast cast(Set<String> uids, Set<String> guids, Set<Device> connected) throws CallException {
        Map<String, User> found = uids.isEmpty() ? Map.of() : directory.users(uids);
        Map<String, Optional<User>> users = new HashMap<>();
        uids.forEach(uid -> users.put(uid, Optional.ofNullable(found.get(uid))));
        Map<String, Optional<Group>> groups = new HashMap<>();
        for (String guid : guids) {
            groups.put(guid, directory.group(guid));
        }
        return new Cast(users, groups, connected);
    }

    /** The caller and those called, with presence. */
    Cast cast(Device caller, List<String> receivers, CallRequest request) throws CallException {
        Set<String> uids = new LinkedHashSet<>(receivers);
        uids.add(caller.uid());
        Set<String> guids = request.receiverType() == ReceiverType.GROUP ? Set.of(request.receiverId()) : Set.of();
        Cast cast = cast(uids, guids, store.read(in -> in.connected(uids, clock.now())));
        if (!cast.knows(caller.uid())) {
            throw stranger();
        }
        return cast;
    }

    /** Everybody in these calls, by uid. */
    static Set<String> uids(Collection<CallRecord> records) {
        return records.stream()
                .flatMap(CallRecord::parties)
                .map(Party::uid)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whose devices ring for a call: never the caller's. Whether that user exists is not checked. */
    List<String> receivers(String caller, String receiverId, ReceiverType type) throws CallException {
        if (type == ReceiverType.USER) {
            if (receiverId.equals(caller)) {
                throw new CallException(ErrorCode.ERR_CALLING_SELF);
            }
            return List.of(receiverId);
        }
        List<String> members = directory.members(receiverId);
        List<String> others =
                members.stream().filter(uid -> !uid.equals(caller)).distinct().toList();
        if (!directory.mayCall(caller, receiverId) || others.isEmpty()) {
            throw notFound();
        }
        return others;
    }

    private List<User> present(List<User> users) throws CallException {
        Set<String> uids = users.stream().map(User::uid).collect(Collectors.toSet());
        Set<String> online = store.read(in -> in.connected(uids, clock.now())).stream()
                .map(Device::uid)
                .collect(Collectors.toSet());
        return users.stream()
                .map(user -> new User(user.uid(), user.name(), user.avatar(), online.contains(user.uid()), user.role()))
                .toList();
    }

    static CallException notFound() {
        return new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
    }

    private static CallException stranger() {
        return new CallException(ErrorCode.ERR_UNAUTHORIZED, "uid", null);
    }
}

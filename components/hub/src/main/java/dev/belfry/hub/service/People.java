package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallParty;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import java.util.List;

/** The directory, with who is online. */
final class People {
    private final Directory directory;
    private final DeviceRegistry devices;
    private final Scheduler clock;

    People(Directory directory, DeviceRegistry devices, Scheduler clock) {
        this.directory = directory;
        this.devices = devices;
        this.clock = clock;
    }

    User user(String uid) throws CallException {
        return present(directory.user(uid).orElseThrow(People::notFound));
    }

    List<User> search(String text) {
        return directory.search(text).stream().map(this::present).toList();
    }

    Group group(String guid) throws CallException {
        return directory.group(guid).orElseThrow(People::notFound);
    }

    /** A user of a call, also one whom the directory has since forgotten. */
    User known(String uid) {
        return present(directory.user(uid).orElseGet(() -> User.of(uid, uid)));
    }

    /** Whom a call is for, also a group that the directory has since forgotten. */
    CallParty receiver(CallRecord record) {
        String id = record.request().receiverId();
        if (record.request().receiverType() == ReceiverType.USER) {
            return known(id);
        }
        return directory
                .group(id)
                .orElseGet(() -> new Group(id, id, null, record.receivers().size() + 1));
    }

    /** Whose devices ring for a call: never the caller's. */
    List<String> receivers(String caller, String receiverId, ReceiverType type) throws CallException {
        if (type == ReceiverType.USER) {
            if (receiverId.equals(caller)) {
                throw new CallException(ErrorCode.ERR_CALLING_SELF);
            }
            return List.of(user(receiverId).uid());
        }
        List<String> members = directory.members(receiverId);
        List<String> others =
                members.stream().filter(uid -> !uid.equals(caller)).distinct().toList();
        if (!members.contains(caller) || others.isEmpty()) {
            throw notFound();
        }
        return others;
    }

    private User present(User user) {
        boolean online = !devices.connected(user.uid(), clock.now()).isEmpty();
        return new User(user.uid(), user.name(), user.avatar(), online, user.role());
    }

    private static CallException notFound() {
        return new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
    }
}

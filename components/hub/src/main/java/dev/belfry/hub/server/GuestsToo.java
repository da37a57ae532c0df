package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.service.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directory by which guests may call groups: which one is on the guest's token, which was looked at before. */
record GuestsToo(Directory directory) implements Directory {
    @Override
    public Optional<User> user(String uid) throws CallException {
        return directory.user(uid);
    }

    @Override
    public Map<String, User> users(Collection<String> uids) throws CallException {
        return directory.users(uids);
    }

    @Override
    public List<User> search(String text) throws CallException {
        return directory.search(text);
    }

    @Override
    public Optional<Group> group(String guid) throws CallException {
        return directory.group(guid);
    }

    @Override
    public List<String> members(String guid) throws CallException {
        return directory.members(guid);
    }

    @Override
    public boolean mayCall(String uid, String guid) throws CallException {
        return uid.startsWith(Logins.GUEST_PREFIX) || directory.mayCall(uid, guid);
    }
}

package dev.belfry.hub.server.rest;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.service.Directory;
import dev.belfry.hub.service.Hub;
import java.util.List;

/** What a user or a guest may learn of others. What may not be seen is answered as what does not exist. */
final class Sight {
    private final Hub hub;
    private final Directory directory;
    private final Visibility visibility;

    Sight(Hub hub, Directory directory, Visibility visibility) {
        this.hub = hub;
        this.directory = directory;
        this.visibility = visibility;
    }

    User user(Caller caller, String uid) throws CallException {
        User user = hub.user(uid);
        if (!maySee(caller, user)) {
            throw notFound();
        }
        return user;
    }

    List<User> users(Caller caller, String search, int max) throws CallException {
        if (caller.login().isGuest()) {
            return List.of();
        }
        return hub.users(search).stream()
                .filter(user -> maySee(caller, user))
                .limit(max)
                .toList();
    }

    Group group(Caller caller, String guid) throws CallException {
        Login.Only only = caller.login().only();
        boolean guests =
                only != null && only.type() == ReceiverType.GROUP && only.id().equals(guid);
        if (!guests && !directory.members(guid).contains(caller.uid())) {
            throw notFound();
        }
        return hub.group(guid);
    }

    /** A user calls whom it may see; a guest calls whom the link is for, once. */
    void requireMayCall(Caller caller, String sessionId, CallRequest request) throws CallException {
        Login.Only only = caller.login().only();
        if (only == null) {
            if (request.receiverType() == ReceiverType.USER
                    && !request.receiverId().equals(caller.uid())) {
                user(caller, request.receiverId());
            }
            return;
        }
        if (only.type() != request.receiverType() || !only.id().equals(request.receiverId())) {
            throw notFound();
        }
        CallLogFilter outgoing = new CallLogFilter(2, null, null, CallDirection.OUTGOING, null, null);
        boolean another = hub.calls(caller.device(), outgoing, null).calls().stream()
                .anyMatch(call -> !call.sessionId().equals(sessionId));
        if (another) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART, "receiverId", null);
        }
    }

    private boolean maySee(Caller caller, User user) {
        if (user.uid().equals(caller.uid())) {
            return true;
        }
        Login.Only only = caller.login().only();
        if (only != null) {
            return only.type() == ReceiverType.USER && only.id().equals(user.uid());
        }
        return !user.uid().startsWith(Logins.GUEST_PREFIX) && visibility.maySee(caller.uid(), user);
    }

    private static CallException notFound() {
        return new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
    }
}

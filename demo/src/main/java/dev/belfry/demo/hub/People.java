package dev.belfry.demo.hub;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.hub.service.Accounts;
import java.util.List;

/** The demo's users. */
public final class People {
    private static final List<User> WITH_PHONE = List.of(
            new User("alice", "Alice Archer", null, false, null), new User("bob", "Bob Bellini", null, false, null));

    private static final List<User> WITHOUT_PHONE = List.of(
            new User("carla", "Carla Campos", null, false, null),
            new User("dilan", "Dilan Demir", null, false, null),
            new User("elin", "Elin Ekström", null, false, null));

    private People() {}

    /** Adds Alice, Bob and a group of the two, if there is nobody yet. */
    static void addIfNobody(Accounts accounts) throws CallException {
        if (accounts.search("").isEmpty()) {
            for (User user : WITH_PHONE) {
                accounts.put(user);
            }
            accounts.put(new Group("friends", "Friends", null, WITH_PHONE.size()), uids());
        }
    }

    /** Adds Alice, Bob and some whose phones nobody answers. */
    public static void addAll(Accounts accounts) throws CallException {
        addIfNobody(accounts);
        for (User user : WITHOUT_PHONE) {
            accounts.put(user);
        }
    }

    /** Returns the users with a phone in the launcher. */
    public static List<User> withPhone() {
        return WITH_PHONE;
    }

    private static List<String> uids() {
        return WITH_PHONE.stream().map(User::uid).toList();
    }
}

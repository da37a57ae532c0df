package dev.belfry.hub.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.hub.service.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users and groups in the store's database. Thread-safe. What was found is remembered for ten seconds, so that for so
 * long a node may not see what another changed; its own changes it sees at once. A search finds a hundred users at most.
 *
 * @since 0.1
 */
public final class JdbcDirectory implements Accounts {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MAX_REMEMBERED = 10_000;

    private final Database database;
    private final Cache<String, User> users;
    private final Cache<String, GroupRow> groups;

    JdbcDirectory(Database database) {
        this(database, Ticker.systemTicker());
    }

    JdbcDirectory(Database database, Ticker ticker) {
        this.database = database;
        users = cache(ticker);
        groups = cache(ticker);
    }

    private static <V> Cache<String, V> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MAX_REMEMBERED)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    @Override
    public void put(User user) throws CallException {
        store(user, null);
    }

    @Override
    public void put(User guest, Instant until) throws CallException {
        store(guest, until);
    }

    private void store(User user, @Nullable Instant until) throws CallException {
        database.transact((handle, attempt) -> new UserTable(handle).put(user, until));
        users.invalidate(user.uid());
    }

    @Override
    public void put(Group group, List<String> members) throws CallException {
        database.transact((handle, attempt) -> new GroupTable(handle).put(group, members));
        groups.invalidate(group.guid());
    }

    @Override
    public Optional<User> user(String uid) throws CallException {
        return Optional.ofNullable(users(Set.of(uid)).get(uid));
    }

    @Override
    public Map<String, User> users(Collection<String> uids) throws CallException {
        Map<String, User> found = new HashMap<>(users.getAllPresent(uids));
        Set<String> missing = new HashSet<>(uids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            Map<String, User> read = database.read(handle -> new UserTable(handle).find(missing));
            users.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    @Override
    public List<User> search(String text) throws CallException {
        return database.read(handle -> new UserTable(handle).search(text));
    }

    @Override
    public Optional<Group> group(String guid) throws CallException {
        return row(guid).map(GroupRow::group);
    }

    @Override
    public List<String> members(String guid) throws CallException {
        return row(guid).map(GroupRow::members).orElse(List.of());
    }

    private Optional<GroupRow> row(String guid) throws CallException {
        GroupRow remembered = groups.getIfPresent(guid);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<GroupRow> read = database.read(handle -> new GroupTable(handle).find(guid));
        read.ifPresent(row -> groups.put(guid, row));
        return read;
    }
}

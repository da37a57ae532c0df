package dev.belfry.hub.store;

import dev.belfry.call.User;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The users of the directory, on one connection. */
final class UserTable {
    private static final int MAX_FOUND = 100;
    private static final String SELECT = "SELECT uid, name, avatar, role FROM hub_users ";

    private final Handle handle;

    UserTable(Handle handle) {
        this.handle = handle;
    }

    Map<String, User> find(Collection<String> uids) {
        return handle
                .createQuery(SELECT + "WHERE uid = ANY(:uids)")
                .bindArray("uids", String.class, uids)
                .map(UserTable::user)
                .stream()
                .collect(Collectors.toMap(User::uid, Function.identity()));
    }

    /** Returns the first users, by name, whose name or uid contains the text, whatever its case. */
    List<User> search(String text) {
        return handle.createQuery(SELECT + "WHERE search LIKE :pattern ESCAPE '!' ORDER BY name, uid LIMIT :limit")
                .bind("pattern", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%")
                .bind("limit", MAX_FOUND)
                .map(UserTable::user)
                .list();
    }

    /** Removes those who were to be kept until a time before this, but whom no call tells of. */
    void prune(Instant before) {
        String expired = """
                DELETE FROM hub_users WHERE expires_at < :before
                    AND NOT EXISTS (SELECT 1 FROM hub_call_parties p WHERE p.uid = hub_users.uid)""";
        handle.createUpdate(expired).bind("before", Moments.nanos(before)).execute();
    }

    /**
     * Adds a user or replaces the one with this uid; returns whether there was none.
     *
     * @param until until when the user is kept; null for always
     */
    boolean put(User user, @Nullable Instant until) {
        boolean known = bound(handle.createUpdate("""
                        UPDATE hub_users SET name = :name, avatar = :avatar, role = :role, search = :search,
                            expires_at = :until
                        WHERE uid = :uid"""), user, until).execute() == 1;
        if (!known) {
            boolean first = bound(handle.createUpdate("""
                            INSERT INTO hub_users (uid, name, avatar, role, search, expires_at)
                            VALUES (:uid, :name, :avatar, :role, :search, :until)
                            ON CONFLICT DO NOTHING"""), user, until).execute() == 1;
            if (!first) {
                throw new Conflict();
            }
        }
        return !known;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, User user, @Nullable Instant until) {
        String search = user.name() + "\n" + user.uid();
        return statement
                .bind("uid", user.uid())
                .bind("name", user.name())
                .bind("avatar", text(user.avatar()))
                .bind("role", user.role())
                .bind("search", search.toLowerCase(Locale.ROOT))
                .bind("until", Moments.nanosOrNull(until));
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static User user(ResultSet rows, StatementContext context) throws SQLException {
        return new User(
                rows.getString("uid"),
                rows.getString("name"),
                uri(rows.getString("avatar")),
                false,
                rows.getString("role"));
    }
}

package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.call.ReceiverType;
import dev.belfry.hub.service.GuestPass;
import dev.belfry.hub.service.GuestPasses;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Guests' links in the store's database. Thread-safe. Those that expired go when one is taken.
 *
 * @since 0.1
 */
public final class JdbcGuestPasses implements GuestPasses {
    private final Database database;

    JdbcGuestPasses(Database database) {
        this.database = database;
    }

    @Override
    public void add(GuestPass pass) throws CallException {
        database.transact((handle, attempt) -> handle.createUpdate("""
                        INSERT INTO hub_guest_passes (code_hash, name, receiver_id, receiver_type, expires_at)
                        VALUES (:hash, :name, :receiver, :type, :expires) ON CONFLICT DO NOTHING""")
                .bind("hash", pass.codeHash())
                .bind("name", pass.name())
                .bind("receiver", pass.receiverId())
                .bind("type", pass.receiverType().name())
                .bind("expires", Moments.nanos(pass.expiresAt()))
                .execute());
    }

    @Override
    public Optional<GuestPass> take(String codeHash, Instant now) throws CallException {
        return database.transact((handle, attempt) -> {
            handle.createUpdate("DELETE FROM hub_guest_passes WHERE expires_at <= :now")
                    .bind("now", Moments.nanos(now))
                    .execute();
            Optional<GuestPass> found = find(handle, codeHash);
            boolean taken = handle.createUpdate("DELETE FROM hub_guest_passes WHERE code_hash = :hash")
                            .bind("hash", codeHash)
                            .execute()
                    == 1;
            return taken ? found : Optional.empty();
        });
    }

    private static Optional<GuestPass> find(Handle handle, String codeHash) {
        return handle.createQuery("""
                SELECT name, receiver_id, receiver_type, expires_at FROM hub_guest_passes WHERE code_hash = :hash
                FOR UPDATE""")
                .bind("hash", codeHash)
                .map((rows, context) -> new GuestPass(
                        codeHash,
                        rows.getString("name"),
                        rows.getString("receiver_id"),
                        ReceiverType.valueOf(rows.getString("receiver_type")),
                        Moments.instant(rows.getLong("expires_at"))))
                .findOne();
    }
}

package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.Secrets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Secrets in the store's database, the same for every node. Thread-safe. Whoever may read the database may read them.
 *
 * @since 0.1
 */
public final class JdbcSecrets implements Secrets {
    private final Database database;
    private final SecureRandom random = new SecureRandom();

    JdbcSecrets(Database database) {
        this.database = database;
    }

    @Override
    public byte[] secret(String name) throws CallException {
        byte[] fresh = new byte[LENGTH];
        random.nextBytes(fresh);
        String stored = database.transact((handle, attempt) -> {
            handle.createUpdate("INSERT INTO hub_secrets (name, secret) VALUES (:name, :secret) ON CONFLICT DO NOTHING")
                    .bind("name", name)
                    .bind("secret", HexFormat.of().formatHex(fresh))
                    .execute();
            return handle.createQuery("SELECT secret FROM hub_secrets WHERE name = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
        });
        return HexFormat.of().parseHex(stored);
    }
}

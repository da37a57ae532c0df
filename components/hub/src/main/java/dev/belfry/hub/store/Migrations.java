package dev.belfry.hub.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables up to date, beside whatever else the host keeps there. */
final class Migrations {
    private static final Map<String, String> POSTGRES = Map.of("text", "TEXT COLLATE \"C\"", "partial", "");
    private static final Map<String, String> H2 = Map.of("text", "VARCHAR", "partial", "--");

    private Migrations() {}

    static void run(DataSource pool, boolean postgres) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:dev/belfry/hub/store/migration")
                .failOnMissingLocations(true)
                .table("hub_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(postgres ? POSTGRES : H2)
                .load()
                .migrate();
    }
}

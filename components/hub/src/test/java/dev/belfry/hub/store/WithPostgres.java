package dev.belfry.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL server, one for all tests of a run; each test makes a database of its own.
 * {@code -Dbelfry.test.postgres=DIR} names where its programs are, in place of the newest in {@code /usr/lib/postgresql};
 * {@code -Dbelfry.test.postgres=none} skips the tests that need it; where there is none and nothing was said, they fail.
 */
public final class WithPostgres implements BeforeAllCallback {
    private static final String PROPERTY = "belfry.test.postgres";
    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");

    private @Nullable PostgresServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        String wanted = System.getProperty(PROPERTY, "");
        Assumptions.assumeFalse(wanted.equals("none"), "no tests with PostgreSQL, as asked by -D" + PROPERTY + "=none");
        server = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithPostgres.class))
                .computeIfAbsent(
                        PostgresServer.class,
                        key -> PostgresServer.start(wanted.isEmpty() ? newest() : Path.of(wanted)),
                        PostgresServer.class);
    }

    /** Returns the server that all tests share. */
    public PostgresServer server() {
        return Objects.requireNonNull(server);
    }

    private static Path newest() {
        Optional<Path> found = Optional.empty();
        if (Files.isDirectory(DEBIANS)) {
            try (Stream<Path> versions = Files.list(DEBIANS)) {
                found = versions.map(version -> version.resolve("bin"))
                        .filter(binaries -> Files.isExecutable(binaries.resolve("initdb")))
                        .max(Comparator.comparingInt(
                                binaries -> Integer.parseInt(binaries.getName(3).toString())));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return found.orElseThrow(() -> new IllegalStateException("There is no PostgreSQL in " + DEBIANS
                + ": install Debian's package postgresql, name the directory of initdb with -D" + PROPERTY
                + "=DIR, or skip these tests with -D" + PROPERTY + "=none"));
    }
}

package dev.belfry.demo.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a hub keeps its calls: in a folder, or in PostgreSQL. */
public final class StoreOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable Path data;

    @ArgGroup(exclusive = false)
    private @Nullable PostgresOptions postgres;

    /** Returns the folder, or the usual one if none was named. */
    public Path data(Path usual) {
        return data == null ? usual : data;
    }

    /** Returns the database; null for one in the folder. */
    public @Nullable PostgresOptions postgres() {
        return postgres;
    }

    /** Returns what kind of store it is. */
    public String name() {
        return postgres == null ? "h2" : "postgresql";
    }

    /** Returns the same options, for another command. */
    public List<String> arguments(Path usual) {
        List<String> folder = List.of("--data", data(usual).toString());
        if (postgres == null) {
            return folder;
        }
        List<String> arguments = new ArrayList<>(folder);
        arguments.addAll(postgres.arguments());
        return arguments;
    }
}

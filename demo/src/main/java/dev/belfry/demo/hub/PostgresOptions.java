package dev.belfry.demo.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL a hub keeps its calls in. */
public final class PostgresOptions {
    @Option(names = "--postgres", paramLabel = "URL", required = true, descriptionKey = "postgres")
    private String url = "";

    @Option(names = "--postgres-user", paramLabel = "NAME", descriptionKey = "postgres-user")
    private String user = "";

    @Option(names = "--postgres-password-file", paramLabel = "FILE", descriptionKey = "postgres-password-file")
    private @Nullable Path passwordFile;

    /** Returns the JDBC URL. */
    public String url() {
        return url;
    }

    /** Returns the user, empty for the one in the URL. */
    public String user() {
        return user;
    }

    /** Returns the password, empty for the one in the URL or none. */
    public String password() throws IOException {
        return passwordFile == null ? "" : Files.readString(passwordFile).strip();
    }

    /** Returns the same options, for another command. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--postgres", url));
        if (!user.isEmpty()) {
            arguments.addAll(List.of("--postgres-user", user));
        }
        if (passwordFile != null) {
            arguments.addAll(List.of("--postgres-password-file", passwordFile.toString()));
        }
        return arguments;
    }
}

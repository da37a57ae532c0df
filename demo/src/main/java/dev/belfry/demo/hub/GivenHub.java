package dev.belfry.demo.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A hub that runs already. */
public final class GivenHub {
    /** Where the {@code hub} command keeps its key unless told otherwise. */
    public static final String USUAL_KEY_FILE = "belfry-hub/api-key";

    @Option(names = "--hub", paramLabel = "URL", required = true, descriptionKey = "hub")
    private URI uri = URI.create("http://localhost:8080/");

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            defaultValue = USUAL_KEY_FILE,
            descriptionKey = "api-key-file")
    private Path apiKeyFile = Path.of(USUAL_KEY_FILE);

    /** Returns the hub's address, with a slash at its end. */
    public URI uri() {
        return uri.toString().endsWith("/") ? uri : URI.create(uri + "/");
    }

    /** Reads the hub's API key. */
    public String apiKey() throws IOException {
        return KeyFile.read(apiKeyFile);
    }
}

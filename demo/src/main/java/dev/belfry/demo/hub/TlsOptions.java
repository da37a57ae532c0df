package dev.belfry.demo.hub;

import dev.belfry.hub.server.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a hub proves who it is with. */
final class TlsOptions {
    @Option(names = "--tls-pem", arity = "2", paramLabel = "FILE", descriptionKey = "tls-pem")
    private List<Path> pem = List.of();

    @Option(names = "--tls-keystore", paramLabel = "FILE", descriptionKey = "tls-keystore")
    private @Nullable Path keyStore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", descriptionKey = "tls-password-file")
    private @Nullable Path passwordFile;

    /** Returns the certificates and key; null if none are named. */
    @Nullable
    Tls read() throws IOException {
        if (!pem.isEmpty()) {
            return Tls.pem(pem.get(0), pem.get(1));
        }
        if (keyStore == null) {
            return null;
        }
        return Tls.keyStore(
                keyStore,
                passwordFile == null ? "" : Files.readString(passwordFile).strip());
    }
}

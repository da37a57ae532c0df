package dev.belfry.demo.hub;

import dev.belfry.hub.server.HubServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The servers that help clients find a path to each other. */
final class MediaServerOptions {
    private static final Duration CREDENTIALS_LAST = Duration.ofHours(12);

    @Option(names = "--stun", paramLabel = "URL", descriptionKey = "stun")
    private List<String> stun = List.of();

    @ArgGroup(exclusive = false)
    private @Nullable Turn turn;

    /** TURN servers and the secret they share with the hub: one is of no use without the other. */
    private static final class Turn {
        @Option(names = "--turn", paramLabel = "URL", required = true, descriptionKey = "turn")
        private List<String> urls = List.of();

        @Option(names = "--turn-secret-file", paramLabel = "FILE", required = true, descriptionKey = "turn-secret-file")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Path secretFile;
    }

    /** Names them to a hub. */
    void name(HubServerBuilder hub) throws IOException {
        if (!stun.isEmpty()) {
            hub.stun(stun.toArray(String[]::new));
        }
        if (turn != null) {
            String secret = Files.readString(turn.secretFile).strip();
            hub.turn(secret, CREDENTIALS_LAST, turn.urls.toArray(String[]::new));
        }
    }
}

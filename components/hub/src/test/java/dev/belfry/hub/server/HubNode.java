package dev.belfry.hub.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A node of a hub in a JVM of its own, to be killed. It ends by itself once the test's JVM has. */
final class HubNode implements AutoCloseable {
    private static final Duration LOGIN = Duration.ofHours(1);
    private static final List<String> USERS = List.of("alice", "bob");

    private final Process process;
    private final Map<String, String> tokens = new HashMap<>();
    private URI uri = URI.create("http://localhost");

    private HubNode(Process process) {
        this.process = process;
    }

    /** Serves a hub with Alice and Bob, and says where, and with which tokens they sign in. */
    public static void main(String[] arguments) throws Exception {
        HubServerBuilder builder =
                HubServer.builder().jdbc(arguments[0], arguments[1], "").limits(Generous.LIMITS);
        USERS.forEach(uid -> builder.user(uid, uid));
        try (HubServer server = builder.start()) {
            System.out.println(server.uri());
            USERS.forEach(uid -> System.out.println(server.issueToken(uid, LOGIN)));
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Starts a node, which is not up yet. */
    static HubNode start(String database, String user, Path errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HubNode.class.getName()));
        command.addAll(List.of(database, user));
        return new HubNode(
                new ProcessBuilder(command).redirectError(errors.toFile()).start());
    }

    /** Returns once it serves. */
    void awaitUp() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        uri = URI.create(Objects.requireNonNull(said.readLine(), "the node did not come up"));
        for (String uid : USERS) {
            tokens.put(uid, Objects.requireNonNull(said.readLine()));
        }
    }

    URI uri() {
        return uri;
    }

    String token(String uid) {
        return Objects.requireNonNull(tokens.get(uid));
    }

    /** Kills it as {@code kill -9} does, and returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

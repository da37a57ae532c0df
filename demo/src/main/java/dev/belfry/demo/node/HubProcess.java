package dev.belfry.demo.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hub in a JVM of its own, started by the demo's {@code hub} command. Not thread-safe. */
public final class HubProcess implements AutoCloseable {
    private static final String MAIN = "dev.belfry.demo.Main";
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final Duration ASKING = Duration.ofSeconds(5);
    private static final int LOOKS_A_SECOND = 10;

    private final int port;
    private final Process process;
    private final Path log;

    private HubProcess(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Returns a port of the loopback interface that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a hub; it is not up yet.
     *
     * @param jvm what the JVM takes, its greatest heap for instance
     * @param options what the command takes beside the port
     * @param log gets what it says, after what is there
     */
    public static HubProcess start(int port, List<String> jvm, List<String> options, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.awt.headless=true");
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("hub", "--port", Integer.toString(port)));
        command.addAll(options);
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        return new HubProcess(port, process, log);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns once the hub says that it is well. */
    public void awaitUp() throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest question =
                HttpRequest.newBuilder(uri().resolve("health")).timeout(ASKING).build();
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (!isUp(http, question)) {
            if (process.waitFor(1000 / LOOKS_A_SECOND, TimeUnit.MILLISECONDS)) {
                throw new IOException("the hub ended with code " + process.exitValue() + ": " + Files.readString(log));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the hub did not come up: " + Files.readString(log));
            }
        }
    }

    /** Kills it as {@code kill -9} does, and returns when it is dead. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, and kills it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUp(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

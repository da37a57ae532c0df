package dev.belfry.demo.chaos;

import dev.belfry.demo.node.HubProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the hub that is killed and started again, always at the same address. For one thread at a time. */
final class Node implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final int port;
    private final List<String> options;
    private final Path log;
    private @Nullable HubProcess process;

    /**
     * Creates a node that does not run.
     *
     * @param options what the {@code hub} command takes beside the port
     */
    Node(int port, List<String> options, Path log) {
        this.port = port;
        this.options = options;
        this.log = log;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    void start() throws IOException {
        process = HubProcess.start(port, JVM, options, log);
    }

    void awaitUp() throws IOException, InterruptedException {
        if (process != null) {
            process.awaitUp();
        }
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}

package dev.belfry.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Debian's TURN server, coturn, on the loopback interface. Thread-safe.
 *
 * @since 0.1
 */
public final class TurnServer implements AutoCloseable {
    private final int port;
    private final Process process;

    /**
     * Starts a server, and waits until it listens.
     *
     * @param folder where its files go
     * @param credentials options that say whom it serves
     */
    public TurnServer(Path folder, String... credentials) throws IOException {
        port = freePort();
        Path log = folder.resolve("coturn.log");
        List<String> command = new ArrayList<>(List.of(
                "turnserver",
                "-n",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--allow-loopback-peers",
                "--realm=belfry.test",
                "--userdb=" + folder.resolve("turndb"),
                "--pidfile=" + folder.resolve("pid"),
                "--log-file=stdout",
                "--no-cli",
                "--no-tls",
                "--no-dtls"));
        command.addAll(List.of(credentials));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Awaitility.await("coturn, see " + log).until(() -> listens() || !process.isAlive());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns its address (RFC 7065), to be reached by {@code udp} or {@code tcp}. */
    public String url(String transport) {
        return "turn:127.0.0.1:" + port + "?transport=" + transport;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

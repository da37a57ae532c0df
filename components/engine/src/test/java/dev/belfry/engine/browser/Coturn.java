package dev.belfry.engine.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;

/** Debian's TURN server on the loopback interface, with one user. */
final class Coturn implements AutoCloseable {
    static final String USER = "belfry";
    static final String PASSWORD = "swing";

    private final int port;
    private final Process server;

    /** Starts a server, and waits until it listens. Its files go into a folder of the test. */
    Coturn(Path folder) throws IOException {
        port = freePort();
        Path log = folder.resolve("coturn.log");
        server = new ProcessBuilder(List.of(
                        "turnserver",
                        "-n",
                        "--listening-ip=127.0.0.1",
                        "--relay-ip=127.0.0.1",
                        "--listening-port=" + port,
                        "--allow-loopback-peers",
                        "--lt-cred-mech",
                        "--realm=belfry.test",
                        "--user=" + USER + ":" + PASSWORD,
                        "--userdb=" + folder.resolve("turndb"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--log-file=stdout",
                        "--no-cli",
                        "--no-tls",
                        "--no-dtls"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Awaitility.await("coturn, see " + log).until(() -> listens() || !server.isAlive());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns its address, to be reached by {@code udp} or {@code tcp}. */
    String url(String transport) {
        return "turn:127.0.0.1:" + port + "?transport=" + transport;
    }

    @Override
    public void close() {
        server.destroy();
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

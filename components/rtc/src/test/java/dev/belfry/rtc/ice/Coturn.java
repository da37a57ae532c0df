package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belfry.call.spi.IceServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real TURN server of this machine's, as a child process on 127.0.0.1, for the time of a test. */
final class Coturn implements AutoCloseable {
    static final String USER = "belfry";
    static final String PASSWORD = "a credential";

    private final Process process;
    private final CountDownLatch released = new CountDownLatch(1);
    private final int port;

    /** Starts the server, or skips the test where it is not installed. */
    Coturn(Path folder) throws IOException, InterruptedException {
        String program = find();
        port = freePort();
        CountDownLatch ready = new CountDownLatch(1);
        process = new ProcessBuilder(
                        program,
                        "-n",
                        "--listening-ip=127.0.0.1",
                        "--relay-ip=127.0.0.1",
                        "--listening-port=" + port,
                        "--allow-loopback-peers",
                        "--lt-cred-mech",
                        "--user=" + USER + ":" + PASSWORD,
                        "--realm=belfry.test",
                        "--no-tls",
                        "--no-dtls",
                        "--no-cli",
                        "--verbose",
                        "--log-file=stdout",
                        "--pidfile=" + folder.resolve("turn.pid"),
                        "--userdb=" + folder.resolve("turn.db"))
                .redirectErrorStream(true)
                .start();
        Thread reader = new Thread(() -> read(ready), "coturn");
        reader.setDaemon(true);
        reader.start();
        assertThat(ready.await(10, TimeUnit.SECONDS)).as("coturn is ready").isTrue();
    }

    private static String find() {
        List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "turnserver"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: coturn (turnserver) is not installed");
        return found.get(0).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read(CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("TCP listener opened on")) {
                    ready.countDown();
                }
                if (line.contains("refreshed") && line.contains("lifetime=0")) {
                    released.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an allocation was given back, waiting a while for it. */
    boolean sawRelease() throws InterruptedException {
        return released.await(10, TimeUnit.SECONDS);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    IceServer stun() {
        return IceServer.stun("stun:127.0.0.1:" + port);
    }

    IceServer turn(String transport) {
        return turn(transport, PASSWORD);
    }

    IceServer turn(String transport, String password) {
        return new IceServer(List.of("turn:127.0.0.1:" + port + "?transport=" + transport), USER, password);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}

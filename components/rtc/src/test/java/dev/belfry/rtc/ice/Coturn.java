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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real TURN server of this machine's, as a child process on 127.0.0.1, for the time of a test. */
final class Coturn implements AutoCloseable {
    static final String USER = "belfry";
    static final String PASSWORD = "a credential";

    private final Process process;
    private final CountDownLatch released = new CountDownLatch(1);
    private final int port;
    private final int tlsPort;

    /** Starts the server, or skips the test where it is not installed. */
    Coturn(Path folder) throws IOException, InterruptedException {
        this(folder, null);
    }

    /** Starts the server with a certificate, which it shows to those that come over TLS; null for no TLS. */
    Coturn(Path folder, @Nullable ServerCertificate certificate) throws IOException, InterruptedException {
        String program = find();
        port = freePort();
        tlsPort = freePort();
        CountDownLatch ready = new CountDownLatch(1);
        List<String> command = new ArrayList<>(List.of(
                program,
                "-n",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--tls-listening-port=" + tlsPort,
                "--allow-loopback-peers",
                "--lt-cred-mech",
                "--user=" + USER + ":" + PASSWORD,
                "--realm=belfry.test",
                "--no-dtls",
                "--no-cli",
                "--verbose",
                "--log-file=stdout",
                "--pidfile=" + folder.resolve("turn.pid"),
                "--userdb=" + folder.resolve("turn.db")));
        Set<Integer> ports = new HashSet<>(Set.of(port));
        if (certificate == null) {
            command.add("--no-tls");
        } else {
            command.addAll(List.of("--cert=" + certificate.file(), "--pkey=" + certificate.keyFile()));
            ports.add(tlsPort);
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(() -> read(ports, ready), "coturn");
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

    private void read(Set<Integer> ports, CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("TCP listener opened on")) {
                    String opened = line.strip();
                    ports.removeIf(awaited -> opened.endsWith(":" + awaited));
                    if (ports.isEmpty()) {
                        ready.countDown();
                    }
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

    /** Returns the server under a name, to be reached over TLS. */
    IceServer turns(String host) {
        return new IceServer(List.of("turns:" + host + ":" + tlsPort), USER, PASSWORD);
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

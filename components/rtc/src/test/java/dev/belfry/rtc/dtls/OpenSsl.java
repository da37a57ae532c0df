package dev.belfry.rtc.dtls;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** OpenSSL's command as the other side, over UDP on loopback. */
final class OpenSsl implements AutoCloseable {
    private static final List<String> IDENTITY = List.of("-cert", "cert.pem", "-key", "key.pem");

    private final Path folder;
    private final DatagramSocket socket;
    private final PacketPool pool = new PacketPool();
    private @Nullable Process process;
    private volatile @Nullable SocketAddress peer;

    OpenSsl(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Process made = run(List.of(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=x",
                "-days",
                "2",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem"));
        made.getInputStream().readAllBytes();
        if (made.waitFor() != 0) {
            throw new IOException("openssl made no certificate");
        }
    }

    static boolean isInstalled() {
        try {
            Process version = new ProcessBuilder("openssl", "version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Fingerprint fingerprint() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
            return Fingerprint.ofCertificate(CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded());
        }
    }

    /** Starts it as the server; returns once it listens. */
    void serve(String profiles) throws IOException {
        int port = freePort();
        peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        List<String> arguments =
                new ArrayList<>(List.of("s_server", "-dtls1_2", "-accept", "127.0.0.1:" + port, "-Verify", "1"));
        start(arguments, profiles);
        awaitLine("ACCEPT");
    }

    /** Starts it as a client of this socket. */
    void connect(String profiles) throws IOException {
        start(
                new ArrayList<>(List.of("s_client", "-dtls1_2", "-connect", "127.0.0.1:" + socket.getLocalPort())),
                profiles);
    }

    private void start(List<String> arguments, String profiles) throws IOException {
        arguments.addAll(IDENTITY);
        arguments.addAll(
                List.of("-use_srtp", profiles, "-keymatexport", "EXTRACTOR-dtls_srtp", "-keymatexportlen", "60"));
        process = run(arguments);
    }

    private Process run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Reads its output up to a line that begins so, and returns the rest of that line. */
    String awaitLine(String beginning) throws IOException {
        Process running = Objects.requireNonNull(process);
        BufferedReader lines = running.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.strip().startsWith(beginning)) {
                return line.strip().substring(beginning.length()).strip();
            }
        }
        throw new IOException("openssl ended without " + beginning);
    }

    /** Ends its input, upon which a client says farewell. */
    void endInput() throws IOException {
        Objects.requireNonNull(process).getOutputStream().close();
    }

    void send(byte[] bytes, int offset, int length) {
        SocketAddress to = peer;
        if (to == null) {
            return;
        }
        try {
            socket.send(new DatagramPacket(bytes, offset, length, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands what it sends to a transport, on a thread that ends with this. */
    void pump(DtlsTransport to) {
        Thread reader = new Thread(() -> {
            DatagramPacket datagram = new DatagramPacket(new byte[Packet.MAX_LENGTH], Packet.MAX_LENGTH);
            while (!socket.isClosed()) {
                try {
                    socket.receive(datagram);
                } catch (SocketException e) {
                    return;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                peer = datagram.getSocketAddress();
                Packet packet = pool.take();
                packet.set(datagram.getData(), 0, datagram.getLength());
                to.receive(packet);
                packet.release();
                datagram.setLength(Packet.MAX_LENGTH);
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static int freePort() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        socket.close();
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}

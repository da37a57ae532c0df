package dev.belfry.testkit;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A sound card for a machine that has none: a PulseAudio server of its own, with one loudspeaker whose sound its one
 * microphone hears. Java Sound finds it as the default device in a child JVM started by {@link #java}. Needs the
 * packages {@code pulseaudio} and {@code libasound2-plugins}; Linux only.
 */
public final class VirtualSoundCard implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final Path directory;
    private final Path socket;
    private final Path alsaConfiguration;
    private final Process server;

    /**
     * Starts the server and waits until it answers.
     *
     * @param directory an empty directory for its socket and files; its path must be short enough for a socket
     */
    public VirtualSoundCard(Path directory) throws IOException {
        this.directory = directory;
        this.socket = directory.resolve("native");
        this.alsaConfiguration = directory.resolve("asound.conf");
        Files.writeString(alsaConfiguration, """
                </usr/share/alsa/alsa.conf>
                pcm.!default { type pulse }
                ctl.!default { type pulse }
                """);
        ProcessBuilder builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes",
                "-L",
                "module-null-sink sink_name=belfry rate=48000 channels=1",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", directory.toString());
        environment.put("XDG_RUNTIME_DIR", directory.toString());
        environment.put("PULSE_RUNTIME_PATH", directory.toString());
        this.server = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("pulseaudio.log").toFile())
                .start();
        try {
            Awaitility.await("PulseAudio").atMost(START).until(() -> !server.isAlive() || answers());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (!server.isAlive()) {
            throw new IOException("PulseAudio ended: " + Files.readString(directory.resolve("pulseaudio.log")));
        }
    }

    /**
     * Prepares a child JVM with this JVM's class path, in which the sound card is Java Sound's default.
     *
     * @param mainClass what to run
     * @param arguments its arguments
     */
    public ProcessBuilder java(Class<?> mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(mainClass.getName());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PULSE_SERVER", "unix:" + socket);
        builder.environment().put("ALSA_CONFIG_PATH", alsaConfiguration.toString());
        builder.environment().put("HOME", directory.toString());
        builder.environment().remove("DISPLAY");
        return builder.directory(directory.toFile());
    }

    /** Ends the server. */
    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }
}

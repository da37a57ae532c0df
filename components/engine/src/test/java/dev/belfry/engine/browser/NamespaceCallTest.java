package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Two programs on two hosts that only a network joins. */
@EnabledOnOs(OS.LINUX)
final class NamespaceCallTest {
    private static final Duration TIME = Duration.ofSeconds(60);

    @Test
    void two_programs_hold_a_call_for_a_minute() throws Exception {
        Assumptions.assumeTrue(
                Namespaces.permitted(), "network namespaces need root; run as root, with Debian's package iproute2");
        try (Namespaces hosts = Namespaces.connected();
                Side alice = new Side(hosts.left(), "impolite");
                Side bob = new Side(hosts.right(), "polite")) {
            alice.talkTo(bob);
            bob.talkTo(alice);
            Awaitility.await("both see and hear each other")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> alice.isWell() && bob.isWell());
            alice.say("restart");
            bob.say("restart");

            Awaitility.await("end of the minute")
                    .pollDelay(TIME)
                    .atMost(TIME.multipliedBy(2))
                    .until(() -> true);

            for (Side side : List.of(alice, bob)) {
                assertThat(side.isWell()).isTrue();
                assertThat(side.number("gap")).as("longest freeze, ms").isBetween(0.0, 1000.0);
                assertThat(side.number("frames")).isGreaterThan(TIME.toSeconds() * 25.0);
                assertThat(side.number("lost")).isZero();
            }
            alice.end();
            bob.end();
        }
    }

    /** A program in a namespace, and what it last said. */
    private static final class Side implements AutoCloseable {
        private final Process process;
        private final BufferedWriter commands;
        private final Map<String, String> said = new ConcurrentHashMap<>();
        private volatile CountDownLatch report = new CountDownLatch(0);

        Side(String namespace, String role) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = Namespaces.in(
                            namespace,
                            List.of(
                                    java,
                                    "-Xmx512m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    PeerProcess.class.getName(),
                                    role))
                    .start();
            commands = process.outputWriter();
        }

        void talkTo(Side other) {
            Thread thread = new Thread(() -> carry(other), "signals");
            thread.setDaemon(true);
            thread.start();
        }

        private void carry(Side other) {
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String first = line.split("[ \t]", 2)[0];
                    if (first.equals("description") || first.equals("candidate")) {
                        other.say(line);
                        continue;
                    }
                    said.put(first, line);
                    if (first.equals("lost")) {
                        report.countDown();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized void say(String line) throws IOException {
            commands.write(line);
            commands.newLine();
            commands.flush();
        }

        boolean isWell() throws Exception {
            report = new CountDownLatch(1);
            say("report");
            return report.await(30, TimeUnit.SECONDS) && "sees true hears true".equals(said.get("sees"));
        }

        double number(String name) {
            return Double.parseDouble(said.getOrDefault(name, name + " NaN").substring(name.length()));
        }

        void end() throws Exception {
            say("end");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}

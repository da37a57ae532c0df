package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.demo.DemoJvm;
import dev.belfry.demo.Main;
import dev.belfry.demo.node.HubProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two phones in two JVMs, by way of a hub in a third. What depends on how busy the machine is may take more attempts. */
class PhoneCallTest {
    private static final int ATTEMPTS = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void a_call_between_two_phones_has_sound_and_pictures_both_ways() throws Exception {
        Path data = folder.resolve("hub");
        List<String> options = List.of("--data", data.toString());
        try (HubProcess hub = HubProcess.start(HubProcess.freePort(), List.of(), options, folder.resolve("hub.log"))) {
            hub.awaitUp();
            String key = data.resolve("api-key").toString();
            boolean sound = false;
            Path attempt = folder;
            for (int i = 0; i < ATTEMPTS && !sound; i++) {
                attempt = Files.createDirectories(folder.resolve("attempt-" + i));
                sound = callBob(hub, key, attempt);
            }
            JsonObject alice = summary(attempt.resolve("alice"));
            JsonObject bob = summary(attempt.resolve("bob"));
            for (JsonObject summary : List.of(alice, bob)) {
                assertThat(summary.get("failures").getAsString())
                        .as("%s", summary)
                        .isEmpty();
                assertThat(summary.get("psnr_samples").getAsInt()).isPositive();
                assertThat(summary.get("psnr_db").getAsDouble()).isGreaterThanOrEqualTo(35);
                assertThat(summary.get("audio_correlation").getAsDouble()).isGreaterThanOrEqualTo(0.9);
                assertThat(summary.get("cipher").getAsString()).isEqualTo("AEAD_AES_128_GCM");
            }
            assertThat(alice.get("ring_ms").getAsDouble()).isPositive();
            assertThat(bob.get("ring_ms").isJsonNull()).isTrue();
            for (String picture : List.of("idle", "outgoing", "connecting", "ongoing", "ended")) {
                assertThat(attempt.resolve("alice/alice-" + picture + ".png")).isNotEmptyFile();
            }
            assertThat(attempt.resolve("bob/bob-incoming.png")).isNotEmptyFile();
            assertThat(said.toString().lines().map(line -> event(line)))
                    .contains("onRemoteRinging", "onOutgoingCallAccepted", "onUserJoined", "onCallEnded");
        }
    }

    @Test
    void nobody_answers_and_that_is_told() throws Exception {
        Path data = folder.resolve("hub");
        List<String> options = List.of("--data", data.toString());
        try (HubProcess hub = HubProcess.start(HubProcess.freePort(), List.of(), options, folder.resolve("hub.log"))) {
            hub.awaitUp();
            Path out = folder.resolve("alice");
            int code = phone(
                    hub, data.resolve("api-key").toString(), "alice", out, "--call", "bob", "--wait-seconds", "3");
            assertThat(code).isEqualTo(1);
            assertThat(summary(out).get("failures").getAsString())
                    .contains("waited in vain for the news of ringing", "no remote picture was painted");
        }
    }

    @Test
    void a_phone_without_a_window_has_to_know_what_to_do() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a key");
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new Main())
                .setErr(new PrintWriter(errors))
                .execute(
                        "phone",
                        "--hub",
                        "http://localhost:1",
                        "--api-key-file",
                        key.toString(),
                        "--user",
                        "alice",
                        "--headless");
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("--answer or --call");
    }

    private boolean callBob(HubProcess hub, String key, Path attempt) throws IOException, InterruptedException {
        try (DemoJvm bob = DemoJvm.start(
                attempt,
                "phone",
                "--hub",
                hub.uri().toString(),
                "--api-key-file",
                key,
                "--user",
                "bob",
                "--headless",
                "--answer",
                "--out",
                attempt.resolve("bob").toString(),
                "--compare",
                attempt.resolve("alice").toString())) {
            int alice = phone(
                    hub,
                    key,
                    "alice",
                    attempt.resolve("alice"),
                    "--call",
                    "bob",
                    "--seconds",
                    "6",
                    "--compare",
                    attempt.resolve("bob").toString());
            return bob.await() == 0 && alice == 0;
        }
    }

    private int phone(HubProcess hub, String key, String user, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "phone",
                "--hub",
                hub.uri().toString(),
                "--api-key-file",
                key,
                "--user",
                user,
                "--headless",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new Main())
                .setOut(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static JsonObject summary(Path folder) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve("summary.json")))
                .getAsJsonObject();
    }

    private static String event(String line) {
        return JsonParser.parseString(line).getAsJsonObject().get("event").getAsString();
    }
}

package dev.belfry.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.demo.Main;
import dev.belfry.demo.hub.KeyFile;
import dev.belfry.hub.server.HubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Small loads. How long a call takes is the command's to judge, on a machine that does nothing else. */
class HubLoadTest {
    private static final List<String> SMALL = List.of(
            "--users",
            "20",
            "--calls-per-second",
            "4",
            "--minutes",
            "0.05",
            "--warm-up-seconds",
            "1",
            "--talk-seconds",
            "0.2");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void every_call_of_a_small_load_is_completed_and_its_cost_is_told() {
        int code = load("--data", folder.toString());

        JsonObject summary = summary(code);
        assertThat(summary.get("store").getAsString()).isEqualTo("h2");
        assertThat(summary.get("hub_heap_per_user_bytes").getAsDouble()).isPositive();
        assertThat(summary.get("hub_resident_bytes").getAsDouble()).isGreaterThan(10e6);
        assertThat(summary.get("hub_cores").getAsDouble()).isPositive();
    }

    @Test
    void a_hub_that_runs_already_can_be_put_under_load() throws Exception {
        Path key = folder.resolve("key");
        try (HubServer hub = HubServer.builder().apiKey(KeyFile.readOrMake(key)).start()) {
            int code = load("--hub", hub.uri().toString(), "--api-key-file", key.toString());

            JsonObject summary = summary(code);
            assertThat(summary.get("store").getAsString()).isEqualTo("unknown");
            assertThat(summary.get("hub_heap_per_user_bytes").isJsonNull()).isTrue();
        }
    }

    @Test
    void what_the_hub_refuses_is_an_error() throws Exception {
        Path key = folder.resolve("key");
        try (HubServer hub = HubServer.builder().apiKey(KeyFile.readOrMake(key)).start()) {
            StringWriter errors = new StringWriter();
            int code = new CommandLine(new Main())
                    .setOut(new PrintWriter(said))
                    .setErr(new PrintWriter(errors))
                    // More calls of each user than the hub's limit of 20 a minute.
                    .execute(
                            "hub-load",
                            "--users",
                            "2",
                            "--calls-per-second",
                            "10",
                            "--minutes",
                            "0.1",
                            "--warm-up-seconds",
                            "0",
                            "--talk-seconds",
                            "0",
                            "--hub",
                            hub.uri().toString(),
                            "--api-key-file",
                            key.toString());

            assertThat(code).isEqualTo(1);
            JsonObject summary = JsonParser.parseString(said.toString()).getAsJsonObject();
            assertThat(summary.get("passed").getAsBoolean()).isFalse();
            assertThat(summary.get("errors").getAsInt()).isPositive();
        }
    }

    @Test
    void an_odd_number_of_users_is_refused() {
        assertThat(load("--users", "3")).isEqualTo(2);
    }

    private int load(String... more) {
        List<String> arguments = new ArrayList<>(List.of("hub-load"));
        if (!List.of(more).contains("--users")) {
            arguments.addAll(SMALL);
        }
        arguments.addAll(List.of(more));
        return new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }

    private JsonObject summary(int code) {
        JsonObject summary = JsonParser.parseString(said.toString()).getAsJsonObject();
        assertThat(code).isEqualTo(summary.get("passed").getAsBoolean() ? 0 : 1);
        assertThat(summary.get("failures").getAsString())
                .as("%s", summary)
                .matches("(initiate to incoming takes [0-9.]+ ms \\(p99\\), above 150 ms)?");
        assertThat(summary.get("errors").getAsInt()).isZero();
        assertThat(summary.get("calls").getAsInt()).isEqualTo(12);
        assertThat(summary.get("completed").getAsInt()).isEqualTo(16);
        return summary;
    }
}

package dev.belfry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a JVM of its own, on a machine without a display. */
class NoDisplayTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void the_scripted_call_needs_no_display() throws Exception {
        int code = run("call", "--headless", "--seconds", "3", "--out", "out");

        JsonObject summary = JsonParser.parseString(Files.readString(folder.resolve("out/summary.json")))
                .getAsJsonObject();
        assertThat(code).isEqualTo(summary.get("passed").getAsBoolean() ? 0 : 1);
        assertThat(summary.get("frames_painted").getAsInt()).as("%s", summary).isPositive();
        assertThat(summary.get("events_missing").getAsInt()).isZero();
        assertThat(summary.get("threads_left").getAsInt()).isZero();
        assertThat(folder.resolve("out/bob-incoming.png")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("Exception");
    }

    @Test
    void the_plain_demo_says_in_words_what_was_not_sound() throws Exception {
        int code = run();

        JsonObject summary = JsonParser.parseString(Files.readString(folder.resolve("belfry-call/summary.json")))
                .getAsJsonObject();
        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("out.txt")))
                .contains(folder.resolve("belfry-call").toString())
                .contains(
                        summary.get("passed").getAsBoolean()
                                ? ""
                                : summary.get("failures").getAsString());
    }

    @Test
    void a_call_in_windows_says_what_it_lacks() throws Exception {
        assertThat(run("call", "--out", "out")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("no display", "--headless");
    }

    @Test
    void help_names_every_command() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(Files.readString(folder.resolve("out.txt")))
                .contains("hub", "phone", "call", "soak", "hub-load", "hub-chaos", "--video");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        try (DemoJvm demo = DemoJvm.start(folder, arguments)) {
            return demo.await();
        }
    }
}

package dev.belfry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a JVM of its own, on a machine without a display. */
class NoDisplayTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folders;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static DemoJvm scripted;

    @SuppressWarnings("NullAway.Init") // as above
    private static DemoJvm plain;

    /** Both make a call, which takes its time: they make it side by side. */
    @BeforeAll
    static void start() throws IOException {
        scripted = DemoJvm.start(folder("scripted"), "call", "--headless", "--seconds", "2", "--out", "out");
        plain = DemoJvm.start(folder("plain"));
    }

    @AfterAll
    static void end() {
        scripted.close();
        plain.close();
    }

    @Test
    void the_scripted_call_needs_no_display() throws Exception {
        int code = scripted.await();

        Path folder = folder("scripted");
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
        int code = plain.await();

        Path folder = folder("plain");
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
        Path folder = folder("windows");
        assertThat(run(folder, "call", "--out", "out")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("no display", "--headless");
    }

    @Test
    void help_names_every_command() throws Exception {
        Path folder = folder("help");
        assertThat(run(folder, "--help")).isZero();
        assertThat(Files.readString(folder.resolve("out.txt")))
                .contains("hub", "phone", "call", "soak", "hub-load", "hub-chaos", "--video");
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(folders.resolve(name));
    }

    private static int run(Path folder, String... arguments) throws IOException, InterruptedException {
        try (DemoJvm demo = DemoJvm.start(folder, arguments)) {
            return demo.await();
        }
    }
}

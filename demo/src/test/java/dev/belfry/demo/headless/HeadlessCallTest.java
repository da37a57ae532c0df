package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.demo.phone.Exchange;
import dev.belfry.engine.Impairment;
import dev.belfry.engine.LocalTransports;
import dev.belfry.frame.Codec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls in real windows. What depends on how busy the machine is may take more than one attempt. */
class HeadlessCallTest {
    private static final int ATTEMPTS = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path out;

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void a_call_is_sound(Codec codec) throws Exception {
        CallScript script = new CallScript(3, out, null, codec, Exchange::loopback);
        StringWriter lines = new StringWriter();
        new CallRun(script.lasting(1), line -> {}).run(); // so that what stays for good is there before
        boolean sound = CallCommand.judge(script, new PrintWriter(lines));
        for (int attempt = 1; !isSoundButLate(summary()) && attempt < ATTEMPTS; attempt++) {
            assertNothingLeftOrLost(summary());
            lines = new StringWriter();
            sound = CallCommand.judge(script, new PrintWriter(lines));
        }
        JsonObject summary = summary();
        assertThat(summary.get("passed").getAsBoolean()).isEqualTo(sound);
        assertThat(isSoundButLate(summary)).as("%s", summary).isTrue();
        assertThat(summary.get("frames_painted").getAsInt()).isGreaterThan(50);
        assertNothingLeftOrLost(summary);
        lines.toString().lines().forEach(HeadlessCallTest::assertIsEvent);
        assertPictures(out);
    }

    @Test
    void a_call_without_a_network_fails() throws Exception {
        Impairment broken = (from, to, frame) -> Impairment.LOST;
        CallScript script = new CallScript(1, out, null, Codec.VP8, () -> new LocalTransports(broken));

        assertThat(CallCommand.judge(script, new PrintWriter(new StringWriter())))
                .isFalse();

        JsonObject summary = summary();
        assertThat(summary.get("passed").getAsBoolean()).isFalse();
        assertThat(summary.get("psnr_db").isJsonNull()).isTrue();
        assertThat(summary.get("failures").getAsString()).contains("no remote picture was painted", "waited in vain");
    }

    /** The time that pictures take is the command's to judge, on a machine that does nothing else. */
    private static boolean isSoundButLate(JsonObject summary) {
        return summary.get("failures").getAsString().matches("(latency p95 is [0-9.]+ ms, above 60 ms)?");
    }

    private JsonObject summary() throws IOException {
        return JsonParser.parseString(Files.readString(out.resolve("summary.json")))
                .getAsJsonObject();
    }

    private static void assertNothingLeftOrLost(JsonObject summary) {
        for (String figure : List.of("threads_left", "events_missing", "events_doubled", "errors")) {
            assertThat(summary.get(figure).getAsInt())
                    .as("%s of %s", figure, summary)
                    .isZero();
        }
    }

    private static void assertIsEvent(String line) {
        JsonObject event = JsonParser.parseString(line).getAsJsonObject();
        assertThat(event.get("t_ms").getAsLong()).isNotNegative();
        assertThat(event.get("user").getAsString()).isIn("alice", "bob");
        assertThat(event.get("event").getAsString()).startsWith("on");
    }

    static void assertPictures(Path folder) throws IOException {
        for (String name : Stream.of("idle", "connecting", "ongoing", "ended")
                .flatMap(phase -> Stream.of("alice-" + phase, "bob-" + phase))
                .toList()) {
            assertShowsSomething(folder.resolve(name + ".png"));
        }
        assertShowsSomething(folder.resolve("alice-outgoing.png"));
        assertShowsSomething(folder.resolve("bob-incoming.png"));
    }

    private static void assertShowsSomething(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(900);
        assertThat(Arrays.stream(pixels).distinct().count())
                .as("colours in %s", file)
                .isGreaterThan(20);
    }
}

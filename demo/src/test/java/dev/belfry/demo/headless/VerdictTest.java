package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    @Test
    void a_good_call_passes() {
        assertThat(Verdict.reasons(Good.CALL)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} passes: {2}")
    @MethodSource("figures")
    void each_figure_alone_can_fail_a_call(String figure, double value, boolean passes) {
        JsonObject changed = GSON.toJsonTree(Good.CALL).getAsJsonObject();
        changed.addProperty(figure, value == Math.rint(value) ? (Number) (long) value : (Number) value);
        assertThat(changed.size()).as("a figure of that name").isEqualTo(26);
        assertThat(Verdict.reasons(GSON.fromJson(changed, Measurements.class))).hasSize(passes ? 0 : 1);
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                arguments("psnrDb", 35.0, true),
                arguments("psnrDb", 34.99, false),
                arguments("psnrDb", Double.NaN, false),
                arguments("audioCorrelation", 0.9, true),
                arguments("audioCorrelation", 0.899, false),
                arguments("audioCorrelation", Double.NaN, false),
                arguments("latencyP95Ms", 60.0, true),
                arguments("latencyP95Ms", 60.1, false),
                arguments("latencyP95Ms", Double.NaN, false),
                arguments("threadsLeft", 1, false),
                arguments("nativeBytesLeft", 0, true),
                arguments("nativeBytesLeft", 1, false),
                arguments("nativeBytesLeft", -1, true),
                arguments("eventsMissing", 1, false),
                arguments("eventsDoubled", 1, false),
                arguments("errors", 1, false),
                arguments("framesPainted", 0, false),
                arguments("psnrSamples", 0, false));
    }
}

package dev.belfry.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private static final HubCost UNKNOWN = new HubCost(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.5);

    private final LoadPlan plan = new LoadPlan(10, 50, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);
    private final LoadFigures found = new LoadFigures();

    @Test
    void a_plan_counts_its_calls() {
        assertThat(plan.callsBefore()).isEqualTo(50);
        assertThat(plan.calls()).isEqualTo(150);
        assertThat(plan.dueNanos(75)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1500));
    }

    @Test
    void quick_calls_without_an_error_pass() {
        ring(100, 20);
        complete(150);
        assertThat(failures()).isEmpty();
    }

    @Test
    void one_slow_call_of_a_hundred_is_forgiven_two_are_not() {
        ring(99, 20);
        ring(1, 900);
        complete(150);
        assertThat(failures()).isEmpty();
        ring(1, 900);
        assertThat(failures()).singleElement().asString().contains("initiate to incoming takes 90");
    }

    @Test
    void a_call_that_was_not_completed_fails() {
        ring(100, 20);
        complete(149);
        assertThat(failures()).containsExactly("149 of 150 calls were completed");
    }

    @Test
    void errors_of_the_same_words_are_told_together() {
        ring(100, 20);
        complete(150);
        found.error("event lost", 0);
        found.error("nobody was free to call");
        found.error("nobody was free to call");
        assertThat(failures()).containsExactly("2 x nobody was free to call");
        assertThat(found.errors()).isEqualTo(2);
    }

    @Test
    void nothing_measured_is_nothing_shown() {
        complete(150);
        assertThat(failures()).singleElement().asString().contains("NaN");
    }

    @Test
    void the_summary_is_flat_and_leaves_open_what_is_unknown() {
        ring(100, 20);
        JsonObject json = JsonParser.parseString(
                        LoadReport.write(LoadReport.figures(plan, found, UNKNOWN), "h2", List.of("one", "other")))
                .getAsJsonObject();
        assertThat(json.get("users").getAsInt()).isEqualTo(10);
        assertThat(json.get("initiate_to_incoming_p99_ms").getAsDouble()).isBetween(19.9, 20.1);
        assertThat(json.get("accept_to_accepted_p50_ms").isJsonNull()).isTrue();
        assertThat(json.get("hub_heap_per_user_bytes").isJsonNull()).isTrue();
        assertThat(json.get("store").getAsString()).isEqualTo("h2");
        assertThat(json.get("passed").getAsBoolean()).isFalse();
        assertThat(json.get("failures").getAsString()).isEqualTo("one; other");
    }

    private void ring(int times, int millis) {
        for (int i = 0; i < times; i++) {
            LoadFigures.record(found.toIncoming(), TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private void complete(int calls) {
        for (int i = 0; i < calls; i++) {
            found.complete();
        }
    }

    private List<String> failures() {
        return LoadReport.reasons(LoadReport.figures(plan, found, UNKNOWN), plan, found.errorWords());
    }
}

package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Table 5 and section 8.2.2 of RFC 6184. */
class H264ProfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"42e01f", "42E01F", "42c00d", "42401f", "4d801f", "4de01f", "58c01f", "58f01f"})
    void constrained_baseline_has_several_names(String text) {
        assertThat(H264Profile.of(text)).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "42001f", "4d001f", "58801f", "64001f", "640c1f", "42e01", "42e01g", "42e01f0"})
    void other_profiles_and_nonsense_are_none(@Nullable String text) {
        assertThat(H264Profile.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"42e01f,31", "42e00a,10", "42f00b,10.5", "42e00b,11", "42e034,52"})
    void the_level_is_told(String text, double rank) {
        assertThat(Objects.requireNonNull(H264Profile.of(text)).rank()).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({"42e01f,42e01f", "42e034,42e01f", "42e00d,42e00d", "42f00b,42f00b"})
    void the_answer_has_the_lower_level(String offered, String answered) {
        assertThat(H264Profile.answerTo(Map.of("profile-level-id", offered)))
                .containsEntry("profile-level-id", answered)
                .containsEntry("packetization-mode", "1");
    }

    @Test
    void the_answer_has_its_own_level_where_that_is_allowed() {
        assertThat(H264Profile.answerTo(Map.of("profile-level-id", "42e00d", "level-asymmetry-allowed", "1")))
                .containsEntry("profile-level-id", "42e01f");
    }
}

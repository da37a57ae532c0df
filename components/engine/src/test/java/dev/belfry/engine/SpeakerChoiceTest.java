package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeakerChoiceTest {
    private final SpeakerChoice choice = new SpeakerChoice();

    @Test
    void whoeverIsLoudestForThreeLooksSpeaks() {
        assertThat(look(0.9, 0.5)).isNull();
        assertThat(look(0.9, 0.5)).isNull();
        assertThat(look(0.9, 0.5)).isEqualTo("alice");
        assertThat(look(0.9, 0.5)).isNull();
    }

    @Test
    void aCoughChangesNothing() {
        look(0.9, 0);
        look(0.9, 0);
        look(0.9, 0);
        assertThat(look(0, 0.9)).isNull();
        assertThat(look(0.9, 0)).isNull();
        assertThat(look(0, 0.9)).isNull();
        assertThat(look(0, 0.9)).isNull();
        assertThat(look(0, 0.9)).isEqualTo("bob");
    }

    @Test
    void nobodySpeaksInSilence() {
        for (int i = 0; i < 10; i++) {
            assertThat(look(0.2, 0.3)).isNull();
        }
    }

    private @Nullable String look(double alice, double bob) {
        choice.add("alice", alice);
        choice.add("bob", bob);
        return choice.decide();
    }
}

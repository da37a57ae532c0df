package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitrateSplitTest {
    @ParameterizedTest
    @CsvSource({
        // target, sound sent, pictures sent -> sound, pictures
        "2500000, true, true, 40000, 2321800",
        "300000, true, true, 40000, 231800",
        "100000, true, true, 20000, 60800",
        // below it, sound alone
        "50000, true, true, 12000, 0",
        "300000, true, false, 40000, 0",
        "50000, true, false, 34000, 0",
        "300000, false, true, 0, 285000",
        "300000, false, false, 0, 0",
    })
    void sound_comes_first(long target, boolean sound, boolean pictures, long soundRate, long pictureRate) {
        assertThat(BitrateSplit.of(target, 40_000, sound, pictures))
                .isEqualTo(new BitrateSplit(soundRate, pictureRate));
    }
}

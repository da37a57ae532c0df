package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixerTest {
    private final AudioFramePool pool = new AudioFramePool();

    @Test
    void addsStreamsAndClipsWhatIsTooLoud() {
        assertThat(mix(100, -30)).isEqualTo((short) 70);
        assertThat(mix(30_000, 30_000)).isEqualTo(Short.MAX_VALUE);
        assertThat(mix(-30_000, -30_000)).isEqualTo(Short.MIN_VALUE);
        assertThat(mix()).isZero();
    }

    @Test
    void theLevelOfSilenceIsZeroAndOfFullScaleOne() {
        assertThat(new LevelMeter().add(Signals.constant(pool, 0))).isZero();
        assertThat(new LevelMeter().add(Signals.constant(pool, -32_768))).isEqualTo(1);
        assertThat(new LevelMeter().add(Signals.constant(pool, 1036))).isEqualTo(0.5, within(0.01));
    }

    @Test
    void theLevelRisesAtOnceAndFallsSlowly() {
        LevelMeter meter = new LevelMeter();
        meter.add(Signals.constant(pool, 32_767));
        double soon = meter.add(Signals.constant(pool, 0));
        assertThat(soon).isBetween(0.7, 0.9);
        for (int i = 0; i < 20; i++) {
            meter.add(Signals.constant(pool, 0));
        }
        assertThat(meter.level()).isLessThan(0.02);
    }

    private short mix(int... values) {
        Mixer mixer = new Mixer();
        mixer.clear();
        for (int value : values) {
            mixer.add(Signals.constant(pool, value));
        }
        PcmFrame mixed = pool.take();
        mixer.mixInto(mixed);
        return mixed.samples()[PcmFrame.SAMPLES - 1];
    }
}

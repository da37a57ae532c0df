package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
    private static final long MEBI = 1 << 20;

    @Test
    void many_calls_in_a_row_leave_nothing_behind() throws Exception {
        List<SoakSample> samples = new SoakRun(40, 10, sample -> {}).run();
        assertThat(samples).extracting(SoakSample::calls).containsExactly(10, 20, 30, 40);
        assertThat(SoakSample.growth(samples)).as("%s", samples).isEmpty();
    }

    @Test
    void growth_of_each_kind_is_told() {
        SoakSample before = new SoakSample(50, 30, 20 * MEBI, 300 * MEBI);
        assertThat(SoakSample.growth(List.of(before, new SoakSample(500, 31, 21 * MEBI, 301 * MEBI))))
                .isEmpty();
        assertThat(SoakSample.growth(List.of(before, new SoakSample(500, 480, 90 * MEBI, 900 * MEBI))))
                .containsExactly(
                        "threads grew from 30 to 480", "the live heap grew by 70 MiB", "native memory grew by 600 MiB");
    }
}

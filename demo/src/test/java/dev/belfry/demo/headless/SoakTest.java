package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.demo.Main;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakTest {
    private static final long MEBI = 1 << 20;

    @Test
    void a_hundred_calls_in_a_row_leave_nothing_behind() throws Exception {
        assertThat(FixedHeapJvm.run(Main.class, List.of("soak", "--calls", "100", "--in-this-jvm")))
                .isZero();
    }

    @Test
    void every_call_comes_through_and_its_threads_end() throws Exception {
        SoakRun run = new SoakRun(10, 5, sample -> {});
        List<SoakSample> samples = run.run();
        assertThat(run.coldFirstFrames().count()).isEqualTo(2);
        assertThat(run.firstFrames().count()).isEqualTo(18);
        // usually some 230 ms
        assertThat(run.firstFrames().millis(0.5)).isBetween(1.0, 1000.0);
        assertThat(samples).extracting(SoakSample::calls).containsExactly(5, 10);
        assertThat(samples.get(1).threads()).isLessThanOrEqualTo(samples.get(0).threads() + 1);
    }

    @Test
    void too_few_calls_tell_nothing_and_are_refused() {
        assertThat(new CommandLine(new Main()).execute("soak", "--calls", "99")).isNotZero();
    }

    @Test
    void growth_of_each_kind_is_told() {
        SoakSample before = new SoakSample(50, 30, 20 * MEBI, 300 * MEBI, 100 * MEBI);
        assertThat(SoakSample.growth(List.of(before, new SoakSample(500, 31, 21 * MEBI, 301 * MEBI, 150 * MEBI))))
                .isEmpty();
        assertThat(SoakSample.growth(List.of(before, new SoakSample(500, 480, 90 * MEBI, 900 * MEBI, 100 * MEBI))))
                .containsExactly(
                        "threads grew from 30 to 480", "the live heap grew by 70 MiB", "native memory grew by 600 MiB");
    }
}

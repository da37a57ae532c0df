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
        List<SoakSample> samples =
                List.of(sample(10, 300, 900, 900), sample(50, 30, 20, 300), sample(500, 480, 90, 900));

        assertThat(SoakSample.growth(samples))
                .containsExactly(
                        "there are 450 threads more", "the live heap grew by 70 MiB", "native memory grew by 600 MiB");
    }

    @Test
    void what_comes_and_goes_is_no_growth() {
        List<SoakSample> samples = List.of(
                sample(50, 30, 20, 300), sample(100, 30, 24, 310), sample(150, 40, 30, 400), sample(200, 31, 21, 301));

        assertThat(SoakSample.growth(samples)).isEmpty();
    }

    private static SoakSample sample(int calls, int threads, long heapMebi, long nativeMebi) {
        return new SoakSample(calls, threads, heapMebi * MEBI, nativeMebi * MEBI, 100 * MEBI);
    }
}

package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.media.picture.Psnr;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternFeedTest {
    private final NativeFramePool pool = new NativeFramePool();
    private final SteppingClock clock = new SteppingClock();

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
        assertThat(pool.nativeBytes()).isZero();
    }

    @Test
    void pictures_are_numbered_and_timed_on_the_clock() throws Exception {
        try (Recorder recorder = record(640, 360, 25)) {
            for (int i = 0; i < 10; i++) {
                Recorder.Seen seen = recorder.next();
                assertThat(seen.sequence()).isEqualTo(i);
                assertThat(seen.captureNanos()).isEqualTo(i * 40_000_000L);
                assertThat(seen.width()).isEqualTo(640);
                assertThat(seen.height()).isEqualTo(360);
                assertThat(seen.matrix()).isEqualTo(VideoFrame.Matrix.BT601);
                assertThat(seen.range()).isEqualTo(VideoFrame.Range.LIMITED);
            }
        }
    }

    @Test
    void bars_have_their_colours() throws Exception {
        try (Recorder recorder = record(1280, 720, 30)) {
            Recorder.Seen seen = recorder.next();
            int[] bars = {0xBFBFBF, 0xBFBF00, 0x00BFBF, 0x00BF00, 0xBF00BF, 0xBF0000, 0x0000BF, 0x131313};
            for (int i = 0; i < bars.length; i++) {
                seen.assertColour(180 + 115 * i + 57, 575, bars[i], 4);
            }
        }
    }

    @Test
    void pictures_move() throws Exception {
        try (Recorder recorder = record(640, 360, 30)) {
            int[] first = recorder.next().rgb();
            int[] second = recorder.next().rgb();
            assertThat(Psnr.rgb(first, second)).isBetween(10.0, 60.0);
        }
    }

    @Test
    void backgrounds_of_two_hues_differ() throws Exception {
        try (Recorder blue = new Recorder(source(new VideoSourceSpec.Pattern(320, 180, 30)));
                Recorder red = new Recorder(source(new VideoSourceSpec.Pattern(320, 180, 30, 0)))) {
            int blueCorner = blue.next().at(2, 2);
            int redCorner = red.next().at(2, 2);
            assertThat(blueCorner & 0xFF).isGreaterThan(blueCorner >> 16);
            assertThat(redCorner & 0xFF).isLessThan(redCorner >> 16);
        }
    }

    @ParameterizedTest
    @CsvSource({"16,16", "17,33", "160,90", "90,160", "641,359"})
    void any_size_can_be_had(int width, int height) throws Exception {
        try (Recorder recorder = record(width, height, 30)) {
            recorder.next();
            assertThat(recorder.next().rgb()).hasSize(width * height);
        }
    }

    @Test
    void what_fell_due_while_the_sink_was_slow_is_left_out() {
        Capture[] capture = new Capture[1];
        long[] times = new long[3];
        int[] count = {0};
        capture[0] = new Capture(clock, frame -> {
            times[count[0]++] = frame.captureNanos();
            clock.advance(95_000_000);
            if (count[0] == times.length) {
                capture[0].stop();
            }
        });
        new PatternFeed(new VideoSourceSpec.Pattern(64, 48, 100), pool).run(capture[0]);
        assertThat(times).containsExactly(0, 95_000_000, 190_000_000);
    }

    @Test
    void painting_allocates_nothing() throws Exception {
        Natives.load();
        try (PatternPainter painter = new PatternPainter(new VideoSourceSpec.Pattern(320, 180, 30), pool)) {
            paint(painter, 200);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            paint(painter, 1000);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 * 1000);
        }
    }

    private void paint(PatternPainter painter, int pictures) {
        for (int i = 0; i < pictures; i++) {
            NativeFrame frame = pool.take(320, 180);
            painter.paint(frame, i * 33_000_000L, i);
            frame.release();
        }
    }

    private Recorder record(int width, int height, int fps) {
        return new Recorder(source(new VideoSourceSpec.Pattern(width, height, fps)));
    }

    private VideoSource source(VideoSourceSpec.Pattern spec) {
        return VideoSources.open(spec, pool, clock);
    }
}

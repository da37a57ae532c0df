package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileFeedTest {
    private final NativeFramePool pool = new NativeFramePool();
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
    }

    @Test
    void each_picture_comes_when_it_is_due() throws Exception {
        Path film = Y4m.write(folder.resolve("film.y4m"), 64, 48, 10, 5);
        try (Recorder recorder = record(film, false)) {
            for (int i = 0; i < 5; i++) {
                Recorder.Seen seen = recorder.next();
                assertThat(seen.captureNanos()).isEqualTo(i * 100_000_000L);
                assertThat(seen.sequence()).isEqualTo(i);
                int grey = (int) Math.round((24 + 10 * i) * 255 / 219.0);
                seen.assertColour(30, 20, grey << 16 | grey << 8 | grey, 2);
            }
        }
    }

    @Test
    void without_a_loop_the_end_is_silent() throws Exception {
        Path film = Y4m.write(folder.resolve("film.y4m"), 64, 48, 10, 2);
        CountDownLatch ended = new CountDownLatch(1);
        Feed feed = capture -> {
            new FileFeed(new VideoSourceSpec.File(film, false), pool).run(capture);
            ended.countDown();
        };
        try (Recorder recorder = new Recorder(new CaptureThread("file", feed, clock))) {
            recorder.next();
            recorder.next();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(recorder.isSilent()).isTrue();
        }
    }

    @Test
    void a_loop_goes_on_in_step() throws Exception {
        Path film = Y4m.write(folder.resolve("film.y4m"), 64, 48, 25, 3);
        try (Recorder recorder = record(film, true)) {
            for (int i = 0; i < 20; i++) {
                Recorder.Seen seen = recorder.next();
                assertThat(seen.captureNanos()).isEqualTo(i * 40_000_000L);
                assertThat(seen.sequence()).isEqualTo(i);
                int grey = (int) Math.round((24 + 10 * (i % 3)) * 255 / 219.0);
                seen.assertColour(30, 20, grey << 16 | grey << 8 | grey, 2);
            }
        }
    }

    @Test
    void a_container_names_rotation_and_colours() throws Exception {
        Path film = Mp4.write(folder.resolve("film.mp4"), 128, 96, 10, 4, 90, 0x2040C0);
        try (Recorder recorder = record(film, true)) {
            for (int i = 0; i < 9; i++) {
                Recorder.Seen seen = recorder.next();
                assertThat(seen.rotation()).isEqualTo(90);
                assertThat(seen.matrix()).isEqualTo(VideoFrame.Matrix.BT709);
                assertThat(seen.captureNanos()).isCloseTo(i * 100_000_000L, within(1000L));
                seen.assertColour(64, 48, 0x2040C0, 8);
            }
        }
    }

    @Test
    void a_slow_sink_delays_and_hurries_nothing() throws Exception {
        Path film = Y4m.write(folder.resolve("film.y4m"), 64, 48, 10, 4);
        long[] times = new long[4];
        int[] count = {0};
        Capture capture = new Capture(clock, frame -> {
            times[count[0]++] = frame.captureNanos();
            clock.advance(count[0] == 1 ? 500_000_000 : 0);
        });
        Natives.load();
        new FileFeed(new VideoSourceSpec.File(film, false), pool).run(capture);
        assertThat(times).containsExactly(0, 500_000_000, 600_000_000, 700_000_000);
    }

    @Test
    void close_ends_a_long_rest_between_pictures() throws Exception {
        Path film = Y4m.write(folder.resolve("film.y4m"), 64, 48, 1, 4);
        Recorder recorder =
                new Recorder(VideoSources.open(new VideoSourceSpec.File(film, true), pool, CaptureClock.SYSTEM));
        recorder.next();
        long before = System.nanoTime();
        recorder.close();
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(900));
    }

    @Test
    void files_without_pictures_are_unreadable() throws Exception {
        byte[] noise = new byte[5000];
        Arrays.fill(noise, (byte) 0xA5);
        Path garbage = Files.write(folder.resolve("garbage.mp4"), noise);
        Path truncated = Y4m.write(folder.resolve("film.y4m"), 64, 48, 10, 1);
        Files.write(truncated, "YUV4MPEG2 W64 H48 F10:1 C420mpeg2\nFRAME\nxx".getBytes(StandardCharsets.US_ASCII));
        Path film = Mp4.write(folder.resolve("cut.mp4"), 128, 96, 10, 4, 0, 0x808080);
        Files.write(film, Arrays.copyOf(Files.readAllBytes(film), 400));
        for (Path path : new Path[] {folder.resolve("missing.mp4"), folder, garbage, truncated, film}) {
            for (boolean loop : new boolean[] {false, true}) {
                try (Recorder recorder = record(path, loop)) {
                    CallException failure = recorder.failure();
                    assertThat(failure.code()).as("%s", path).isEqualTo(ErrorCode.ERR_FILE_UNREADABLE);
                    assertThat(failure.detail()).isEqualTo(path.toString());
                }
            }
        }
    }

    private Recorder record(Path path, boolean loop) {
        return new Recorder(VideoSources.open(new VideoSourceSpec.File(path, loop), pool, clock));
    }
}

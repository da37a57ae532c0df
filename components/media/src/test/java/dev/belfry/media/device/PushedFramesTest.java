package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PushedFramesTest {
    private final NativeFramePool pool = new NativeFramePool();
    private final PushedFrames frames = new PushedFrames();

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 320, 240", "1, 321, 241", "1, 2, 2", "1, 3, 5", "1, 17, 16", "1, 639, 361",
        "2, 320, 240", "3, 320, 240", "4, 320, 240", "4, 99, 77", "5, 320, 240", "5, 333, 211",
        "6, 320, 240", "7, 320, 240", "13, 64, 64"
    })
    void images_of_any_type_and_size_keep_their_colours(int type, int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, type);
        paint(image, new Color(0xCC6633));
        try (Recorder recorder = record()) {
            push(image);
            Recorder.Seen seen = recorder.next();
            assertThat(seen.width()).isEqualTo(width);
            assertThat(seen.height()).isEqualTo(height);
            for (int y : new int[] {0, height / 2, height - 1}) {
                for (int x : new int[] {0, width / 2, width - 1}) {
                    seen.assertColour(x, y, 0xCC6633, 3);
                }
            }
        }
    }

    @Test
    void what_is_see_through_shows_black() throws Exception {
        try (Recorder recorder = record()) {
            push(new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB));
            recorder.next().assertColour(32, 24, 0x000000, 3);
        }
    }

    @Test
    void a_part_of_an_image_can_be_pushed() throws Exception {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        paint(image.getSubimage(100, 0, 100, 100), new Color(0x3399CC));
        try (Recorder recorder = record()) {
            push(image.getSubimage(100, 0, 100, 100));
            recorder.next().assertColour(0, 50, 0x3399CC, 3);
        }
    }

    @Test
    void planes_arrive_as_they_are() throws Exception {
        ByteBuffer luma = plane(80 * 33, 145);
        luma.position(7);
        ByteBuffer blue = plane(40 * 14, 54);
        ByteBuffer red = plane(48 * 14, 34);
        try (Recorder recorder = record()) {
            while (!frames.push(65, 27, luma, 80, blue, 40, red, 48)) {
                Thread.onSpinWait();
            }
            assertThat(luma.position()).isEqualTo(7);
            Recorder.Seen seen = recorder.next();
            assertThat(seen.width()).isEqualTo(65);
            // ITU-R BT.601: pure green of 100 %
            seen.assertColour(64, 26, 0x00FF00, 3);
        }
    }

    @Test
    void without_a_source_nobody_takes() throws Exception {
        assertThat(frames.push(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)))
                .isFalse();
        Recorder recorder = record();
        push(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        recorder.close();
        assertThat(frames.push(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)))
                .isFalse();
    }

    @Test
    void a_second_source_finds_them_taken() throws Exception {
        try (Recorder first = record()) {
            push(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
            first.next();
            try (Recorder second = record()) {
                assertThat(second.failure().code()).isEqualTo(ErrorCode.ERR_CAMERA_BUSY);
            }
            assertThat(frames.push(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)))
                    .isTrue();
        }
    }

    @Test
    void the_newest_wins() throws Exception {
        long[] last = {-1};
        SteppingClock clock = new SteppingClock();
        PushedFeed feed = new PushedFeed(frames, pool);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        Capture[] capture = new Capture[1];
        capture[0] = new Capture(clock, frame -> {
            last[0] = frame.captureNanos();
            if (frame.sequence() == 0) {
                for (int i = 0; i < 5; i++) {
                    clock.advance(1);
                    assertThat(push(image)).isTrue();
                }
            } else {
                capture[0].stop();
            }
        });
        Natives.load();
        Thread pusher = new Thread(() -> push(image));
        pusher.start();
        feed.run(capture[0]);
        pusher.join();
        assertThat(last[0]).isEqualTo(clock.nanoTime());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 10, width",
        "9000, 10, 9000, 9000, width",
        "10, 1, 10, 10, height",
        "10, 10, 9, 5, strideY",
        "10, 10, 10, 4, strideU",
        "64, 60, 64, 32, y",
        "20, 20, 20, 200, u"
    })
    void what_does_not_fit_is_named(int width, int height, int strideY, int strideU, String field) {
        ByteBuffer plane = plane(1024, 0);
        assertThatThrownBy(() -> frames.push(width, height, plane, strideY, plane, strideU, plane, strideU))
                .isInstanceOfSatisfying(CallException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
                    assertThat(e.detail()).isEqualTo(field);
                });
    }

    @Test
    void an_image_too_small_is_named() {
        assertThatThrownBy(() -> frames.push(new BufferedImage(1, 4, BufferedImage.TYPE_INT_RGB)))
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.detail()).isEqualTo("width"));
    }

    @Test
    void pushing_allocates_nothing() throws Exception {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        ByteBuffer luma = plane(320 * 180, 128);
        ByteBuffer chroma = plane(160 * 90, 128);
        VideoSource source = VideoSources.open(new VideoSourceSpec.Pushed(frames), pool);
        source.start(frame -> {}, failure -> {});
        push(image);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 3000; i++) {
            if (i == 1000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            frames.push(image);
            frames.push(320, 180, luma, 320, chroma, 160, chroma, 160);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000 * 64);
        source.close();
    }

    private Recorder record() {
        return new Recorder(VideoSources.open(new VideoSourceSpec.Pushed(frames), pool));
    }

    /** Pushes once the source has begun to take. */
    private boolean push(BufferedImage image) {
        try {
            while (!frames.push(image)) {
                Thread.onSpinWait();
            }
            return true;
        } catch (CallException e) {
            throw new AssertionError(e);
        }
    }

    private static void paint(BufferedImage image, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    private static ByteBuffer plane(int size, int value) {
        byte[] samples = new byte[size];
        Arrays.fill(samples, (byte) value);
        return ByteBuffer.wrap(samples);
    }
}

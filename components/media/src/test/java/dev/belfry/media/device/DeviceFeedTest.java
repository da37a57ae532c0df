package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras, with FFmpeg's own generator of pictures for the device. */
@Timeout(60)
class DeviceFeedTest {
    private static final VideoSourceSpec.Camera WISH = new VideoSourceSpec.Camera(null, 320, 240, 30);

    private final NativeFramePool pool = new NativeFramePool();

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuyv422", "nv12", "yuv420p", "bgr0", "rgb24", "uyvy422", "yuvj422p"})
    void pictures_of_any_format_arrive_in_their_colours(String format) throws Exception {
        CameraSystem system = system("color=0x3060C0:size=320x240:rate=30,format=" + format);
        try (Recorder recorder = record(system)) {
            for (int i = 0; i < 5; i++) {
                Recorder.Seen seen = recorder.next();
                assertThat(seen.width()).isEqualTo(320);
                assertThat(seen.height()).isEqualTo(240);
                assertThat(seen.sequence()).isEqualTo(i);
                assertThat(seen.range()).isEqualTo(VideoFrame.Range.LIMITED);
                seen.assertColour(160, 120, 0x3060C0, 6);
            }
        }
    }

    @Test
    void the_next_way_to_open_is_tried() throws Exception {
        CameraSystem system = system("nonsense", "color=0x3060C0:size=320x240:rate=30");
        try (Recorder recorder = record(system)) {
            assertThat(recorder.next().width()).isEqualTo(320);
        }
    }

    @Test
    void a_camera_that_ends_is_lost() throws Exception {
        try (Recorder recorder = record(system("testsrc=size=320x240:rate=30:duration=0.1"))) {
            CallException failure = recorder.failure();
            assertThat(failure.code()).isEqualTo(ErrorCode.ERR_CAMERA_LOST);
            assertThat(failure.detail()).isEqualTo("stand-in");
        }
    }

    @Test
    void a_camera_that_no_way_opens_has_failed() throws Exception {
        try (Recorder recorder = record(system("nonsense", "nonsense too"))) {
            assertThat(recorder.failure().code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
        }
    }

    @Test
    void an_unknown_input_device_has_failed() throws Exception {
        CameraSystem system = new StandIn(List.of(new AvInput("no such device", "", Map.of())));
        try (Recorder recorder = record(system)) {
            assertThat(recorder.failure().code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
        }
    }

    @Test
    void without_any_camera_it_is_missing() throws Exception {
        CameraSystem none = new LinuxCameras(Path.of("/nowhere"), Path.of("/nowhere"), path -> true, List::of);
        try (Recorder recorder = record(none)) {
            assertThat(recorder.failure().code()).isEqualTo(ErrorCode.ERR_CAMERA_MISSING);
        }
    }

    @Test
    void a_named_camera_that_is_not_there_is_missing() throws Exception {
        VideoSourceSpec.Camera gone = new VideoSourceSpec.Camera("/dev/video-none", 640, 480, 30);
        try (Recorder recorder = new Recorder(VideoSources.open(gone, pool))) {
            assertThat(recorder.failure().code()).isEqualTo(ErrorCode.ERR_CAMERA_MISSING);
        }
    }

    @Test
    void a_picture_allocates_next_to_nothing() throws Exception {
        Natives.load();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BlockingQueue<Long> allocated = new LinkedBlockingQueue<>();
        Capture[] capture = new Capture[1];
        int[] count = {0};
        capture[0] = new Capture(CaptureClock.SYSTEM, frame -> {
            count[0]++;
            if (count[0] == 300 || count[0] == 1300) {
                allocated.add(threads.getCurrentThreadAllocatedBytes());
            }
            if (count[0] == 1300) {
                capture[0].stop();
            }
        });
        CameraSystem system = system("color=0x3060C0:size=320x240:rate=30,format=yuyv422");
        new DeviceFeed(new CameraKind(system, WISH), pool).run(capture[0]);
        long before = allocated.take();
        assertThat(allocated.take() - before).isLessThan(1000 * 64);
    }

    private Recorder record(CameraSystem system) {
        Feed feed = new DeviceFeed(new CameraKind(system, WISH), pool);
        return new Recorder(new CaptureThread("camera", feed, CaptureClock.SYSTEM));
    }

    private static CameraSystem system(String... graphs) {
        return new StandIn(List.of(graphs).stream()
                .map(graph -> new AvInput("lavfi", graph, Map.of()))
                .toList());
    }

    private record StandIn(List<AvInput> inputs) implements CameraSystem {
        @Override
        public List<MediaDevice> list() {
            return List.of(new MediaDevice("stand-in", "Stand-in", MediaDevice.Kind.CAMERA));
        }

        @Override
        public List<AvInput> attempts(String deviceId, int width, int height, int fps) {
            return inputs;
        }

        @Override
        public ErrorCode unclear() {
            return ErrorCode.ERR_CAMERA_LOST;
        }
    }
}

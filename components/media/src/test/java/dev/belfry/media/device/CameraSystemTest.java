package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.media.internal.Natives;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraSystemTest {
    private static final String PROFILE = """
            Camera:

                FaceTime HD Camera:

                  Model ID: FaceTime HD Camera
                  Unique ID: 3F45E80A-0176-46F7-B185-BB9E2C0E82E3

                Desk View: Camera:

                  Model ID: UVC Camera VendorID_1133
                  Unique ID: 0x1400000046d0825

            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "-2, true, ERR_CAMERA_MISSING",
        "-6, true, ERR_CAMERA_MISSING",
        "-19, true, ERR_CAMERA_MISSING",
        "-16, true, ERR_CAMERA_BUSY",
        "-1, true, ERR_CAMERA_REFUSED",
        "-13, true, ERR_CAMERA_REFUSED",
        "-13, false, ERR_CAMERA_REFUSED",
        "-5, true, ERR_CAMERA_LOST",
        "-5, false, ERR_CAMERA_MISSING",
        "-22, true, ERR_MEDIA_FAILED",
        "-22, false, ERR_CAMERA_MISSING"
    })
    void what_goes_wrong_in_opening_has_a_code(int error, boolean listed, ErrorCode expected) {
        assertThat(CameraErrors.opening(error, ErrorCode.ERR_CAMERA_LOST, listed))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, LinuxCameras, ERR_CAMERA_LOST",
        "Windows 11, WindowsCameras, ERR_CAMERA_BUSY",
        "Mac OS X, MacCameras, ERR_CAMERA_REFUSED"
    })
    void each_system_has_its_own_way(String osName, String expected, ErrorCode unclear) {
        CameraSystem system = CameraSystem.of(osName);
        assertThat(system.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(system.unclear()).isEqualTo(unclear);
    }

    @Test
    void linux_lists_what_captures_and_what_is_refused_in_order() throws Exception {
        node("video0", "0", "Built-in");
        node("video1", "1", "Built-in metadata");
        node("video2", "0", "Locked");
        node("video10", "0", "Not in dev");
        Files.delete(folder.resolve("dev/video10"));
        MediaDevice builtIn = camera(folder.resolve("dev/video0").toString(), "Built-in");
        LinuxCameras cameras = new LinuxCameras(
                folder.resolve("sys"),
                folder.resolve("dev"),
                path -> !path.endsWith("video2") && !path.endsWith("video1"),
                () -> List.of(camera("/dev/video11", "Eleventh"), builtIn));
        assertThat(cameras.list())
                .containsExactly(
                        builtIn,
                        camera(folder.resolve("dev/video2").toString(), "Locked"),
                        camera("/dev/video11", "Eleventh"));
    }

    @Test
    void linux_on_a_machine_without_cameras_lists_none() throws Exception {
        Natives.load();
        LinuxCameras cameras =
                new LinuxCameras(folder.resolve("none"), folder, path -> true, () -> AvDevices.inputs("no such"));
        assertThat(cameras.list()).isEmpty();
    }

    @Test
    void linux_asks_for_raw_pictures_where_they_fit() {
        LinuxCameras cameras = LinuxCameras.ofThisMachine();
        AvInput small = cameras.attempts("/dev/video0", 640, 480, 30).get(0);
        assertThat(small)
                .isEqualTo(new AvInput("v4l2", "/dev/video0", Map.of("video_size", "640x480", "framerate", "30")));
        AvInput large = cameras.attempts("/dev/video0", 1280, 720, 30).get(0);
        assertThat(large.options()).containsEntry("input_format", "mjpeg").containsEntry("video_size", "1280x720");
        List<AvInput> all = cameras.attempts("/dev/video0", 1280, 720, 30);
        assertThat(all.get(all.size() - 1).options()).isEmpty();
    }

    @Test
    void mac_reads_the_names_of_the_profiler() {
        MacCameras cameras = new MacCameras(() -> PROFILE);
        assertThat(cameras.list())
                .containsExactly(
                        camera("FaceTime HD Camera", "FaceTime HD Camera"),
                        camera("Desk View: Camera", "Desk View: Camera"));
        AvInput first = cameras.attempts("FaceTime HD Camera", 1280, 720, 30).get(0);
        assertThat(first.format()).isEqualTo("avfoundation");
        assertThat(first.url()).isEqualTo("FaceTime HD Camera:none");
        assertThat(first.options()).containsEntry("framerate", "30").containsEntry("video_size", "1280x720");
    }

    @Test
    void windows_names_the_device_and_ends_with_its_defaults() {
        List<AvInput> attempts = new WindowsCameras().attempts("@device_pnp_1", 1280, 720, 30);
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.format()).isEqualTo("dshow");
            assertThat(attempt.url()).isEqualTo("video=@device_pnp_1");
            assertThat(attempt.options()).containsEntry("rtbufsize", "64M");
        });
        assertThat(attempts.get(attempts.size() - 1).options()).hasSize(1);
    }

    private void node(String id, String index, String name) throws Exception {
        Path node = Files.createDirectories(folder.resolve("sys").resolve(id));
        Files.writeString(node.resolve("index"), index + "\n");
        Files.writeString(node.resolve("name"), name + "\n");
        Files.createDirectories(folder.resolve("dev"));
        Files.createFile(folder.resolve("dev").resolve(id));
    }

    private static MediaDevice camera(String id, String name) {
        return new MediaDevice(id, name, MediaDevice.Kind.CAMERA);
    }
}

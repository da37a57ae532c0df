package dev.belfry.media.device;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Cameras by AVFoundation, whose FFmpeg device gives no list: the names come from the system's own profiler, and FFmpeg
 * opens a camera by its name.
 */
final class MacCameras implements CameraSystem {
    /** A name is indented by four blanks and ends in a colon; what is said of it is indented further. */
    private static final Pattern NAME = Pattern.compile("(?m)^ {4}(\\S.*):\\s*$");

    private final Supplier<String> profile;

    MacCameras(Supplier<String> profile) {
        this.profile = profile;
    }

    @Override
    public List<MediaDevice> list() {
        return NAME.matcher(profile.get())
                .results()
                .map(match -> match.group(1))
                .map(name -> new MediaDevice(name, name, MediaDevice.Kind.CAMERA))
                .toList();
    }

    @Override
    public List<AvInput> attempts(String deviceId, int width, int height, int fps) {
        Map<String, String> size = Map.of("video_size", width + "x" + height, "pixel_format", "nv12");
        return List.of(
                input(deviceId, AvDevices.with(size, "framerate", Integer.toString(fps))),
                input(deviceId, AvDevices.with(size, "framerate", "30")),
                input(deviceId, Map.of("framerate", "30", "pixel_format", "nv12")),
                input(deviceId, Map.of("framerate", "30")),
                input(deviceId, Map.of()));
    }

    @Override
    public ErrorCode unclear() {
        return ErrorCode.ERR_CAMERA_REFUSED;
    }

    /** Asks the system. Takes a few tenths of a second. */
    static String profile() {
        try {
            Process process = new ProcessBuilder("/usr/sbin/system_profiler", "SPCameraDataType")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvInput input(String deviceId, Map<String, String> options) {
        return new AvInput("avfoundation", deviceId + ":none", options);
    }
}

package dev.belfry.media.device;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cameras by Video4Linux. FFmpeg asks each node whether it captures; nodes that may not be opened are listed by what
 * sysfs says of them, so that the user hears that the camera is refused and not that there is none.
 */
final class LinuxCameras implements CameraSystem {
    /** Above this many luma samples a second, USB 2 has no room for pictures that are not compressed. */
    private static final long RAW_LIMIT = 640L * 480 * 30;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}$");

    private final Path nodes;
    private final Path devices;
    private final Predicate<Path> readable;
    private final Supplier<List<MediaDevice>> capturing;

    static LinuxCameras ofThisMachine() {
        return new LinuxCameras(
                Path.of("/sys/class/video4linux"), Path.of("/dev"), Files::isReadable, () -> AvDevices.inputs("v4l2"));
    }

    LinuxCameras(Path nodes, Path devices, Predicate<Path> readable, Supplier<List<MediaDevice>> capturing) {
        this.nodes = nodes;
        this.devices = devices;
        this.readable = readable;
        this.capturing = capturing;
    }

    @Override
    public List<MediaDevice> list() {
        List<MediaDevice> cameras = new ArrayList<>(capturing.get());
        cameras.addAll(refused());
        cameras.sort(Comparator.comparingInt(camera -> number(camera.id())));
        return List.copyOf(cameras);
    }

    @Override
    public List<AvInput> attempts(String deviceId, int width, int height, int fps) {
        Map<String, String> wish = Map.of("video_size", width + "x" + height, "framerate", Integer.toString(fps));
        AvInput raw = input(deviceId, wish);
        AvInput compressed = input(deviceId, AvDevices.with(wish, "input_format", "mjpeg"));
        AvInput any = input(deviceId, Map.of());
        boolean rawFits = (long) width * height * fps <= RAW_LIMIT;
        return rawFits ? List.of(raw, compressed, any) : List.of(compressed, raw, any);
    }

    @Override
    public ErrorCode unclear() {
        return ErrorCode.ERR_CAMERA_LOST;
    }

    private static AvInput input(String deviceId, Map<String, String> options) {
        return new AvInput("v4l2", deviceId, options);
    }

    private List<MediaDevice> refused() {
        if (!Files.isDirectory(nodes)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(nodes)) {
            return all.filter(this::isRefusedCamera).map(this::describe).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first node of a device is the one that captures; the others carry its metadata. */
    private boolean isRefusedCamera(Path node) {
        Path device = devices.resolve(node.getFileName());
        return "0".equals(read(node.resolve("index"))) && Files.exists(device) && !readable.test(device);
    }

    private MediaDevice describe(Path node) {
        String id = devices.resolve(node.getFileName()).toString();
        return new MediaDevice(id, read(node.resolve("name")), MediaDevice.Kind.CAMERA);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String id) {
        Matcher number = NUMBER.matcher(id);
        return number.find() ? Integer.parseInt(number.group()) : Integer.MAX_VALUE;
    }
}

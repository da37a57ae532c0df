package dev.belfry.media.device;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import java.util.List;
import java.util.Locale;

/** The cameras of one operating system. Listing may block; FFmpeg is loaded. */
interface CameraSystem {
    /** Returns the cameras, the default first. */
    List<MediaDevice> list();

    /** Returns ways to open a camera, best first. */
    List<AvInput> attempts(String deviceId, int width, int height, int fps);

    /** Returns what an I/O error in opening a connected camera means. */
    ErrorCode unclear();

    /** Returns the cameras of a system by its name in {@code os.name}. */
    static CameraSystem of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new WindowsCameras();
        }
        return name.startsWith("mac") ? new MacCameras(MacCameras::profile) : LinuxCameras.ofThisMachine();
    }
}

package dev.belfry.media.device;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import java.util.List;
import java.util.Map;

/** Cameras by DirectShow. */
final class WindowsCameras implements CameraSystem {
    /** Room for a few raw pictures of 720p; the default overflows at once and drops them. */
    private static final Map<String, String> ALWAYS = Map.of("rtbufsize", "64M");

    @Override
    public List<MediaDevice> list() {
        return AvDevices.inputs("dshow");
    }

    @Override
    public List<AvInput> attempts(String deviceId, int width, int height, int fps) {
        Map<String, String> size = AvDevices.with(ALWAYS, "video_size", width + "x" + height);
        Map<String, String> wish = AvDevices.with(size, "framerate", Integer.toString(fps));
        return List.of(
                input(deviceId, AvDevices.with(wish, "pixel_format", "nv12")),
                input(deviceId, AvDevices.with(wish, "pixel_format", "yuyv422")),
                input(deviceId, AvDevices.with(wish, "vcodec", "mjpeg")),
                input(deviceId, wish),
                input(deviceId, size),
                input(deviceId, ALWAYS));
    }

    @Override
    public ErrorCode unclear() {
        return ErrorCode.ERR_CAMERA_BUSY;
    }

    private static AvInput input(String deviceId, Map<String, String> options) {
        return new AvInput("dshow", "video=" + deviceId, options);
    }
}

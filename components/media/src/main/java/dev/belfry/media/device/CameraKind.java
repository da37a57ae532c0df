package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One camera, to be opened. Used on the capture thread alone. */
final class CameraKind implements DeviceKind {
    private final CameraSystem system;
    private final VideoSourceSpec.Camera wish;
    private @Nullable String id;

    CameraKind(CameraSystem system, VideoSourceSpec.Camera wish) {
        this.system = system;
        this.wish = wish;
        this.id = wish.deviceId();
    }

    @Override
    public List<AvInput> attempts() throws CallException {
        String chosen = id;
        if (chosen == null) {
            List<MediaDevice> cameras = system.list();
            if (cameras.isEmpty()) {
                throw new CallException(ErrorCode.ERR_CAMERA_MISSING);
            }
            chosen = cameras.get(0).id();
            id = chosen;
        }
        return system.attempts(chosen, wish.width(), wish.height(), wish.fps());
    }

    @Override
    public boolean isFinal(int error) {
        return CameraErrors.decisive(error) != null;
    }

    @Override
    public CallException notOpened(AvException cause) {
        boolean listed = system.list().stream().anyMatch(camera -> camera.id().equals(id));
        return new CallException(CameraErrors.opening(cause.error(), system.unclear(), listed), id, cause);
    }

    @Override
    public CallException lost(AvException cause) {
        return new CallException(ErrorCode.ERR_CAMERA_LOST, id, cause);
    }
}

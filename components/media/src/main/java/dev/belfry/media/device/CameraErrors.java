package dev.belfry.media.device;

import dev.belfry.call.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What the codes of POSIX's errno.h, which FFmpeg hands through negated, mean for a camera. */
final class CameraErrors {
    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int EIO = 5;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;

    private CameraErrors() {}

    /** Returns what a code says about opening a camera, or null if another way of opening it may do. */
    static @Nullable ErrorCode decisive(int error) {
        return switch (-error) {
            case ENOENT, ENXIO, ENODEV -> ErrorCode.ERR_CAMERA_MISSING;
            case EBUSY -> ErrorCode.ERR_CAMERA_BUSY;
            case EPERM, EACCES -> ErrorCode.ERR_CAMERA_REFUSED;
            default -> null;
        };
    }

    /**
     * Returns what to tell when the last way to open a camera failed.
     *
     * @param unclear what an I/O error means here for a camera that is connected: DirectShow gives it for one in use,
     *     AVFoundation for one that the user has not allowed
     * @param listed whether the camera is connected
     */
    static ErrorCode opening(int error, ErrorCode unclear, boolean listed) {
        ErrorCode code = decisive(error);
        if (code != null) {
            return code;
        }
        if (!listed) {
            return ErrorCode.ERR_CAMERA_MISSING;
        }
        return error == -EIO ? unclear : ErrorCode.ERR_MEDIA_FAILED;
    }
}

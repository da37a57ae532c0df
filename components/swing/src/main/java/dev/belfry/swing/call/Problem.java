package dev.belfry.swing.call;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;

/**
 * What is wrong, as the user is told.
 *
 * @param code what it is; shown in the details only
 * @param what one sentence: what happened
 * @param remedy one sentence: what to do about it
 * @since 0.1
 */
public record Problem(ErrorCode code, String what, String remedy) {
    /** Returns a failure in the words of the user's language. */
    public static Problem of(CallException failure) {
        return new Problem(failure.code(), failure.what(Words.locale()), failure.remedy(Words.locale()));
    }

    /** Returns whether another device could be the way out. */
    boolean isAboutDevice() {
        return switch (code) {
            case ERR_CAMERA_BUSY,
                    ERR_CAMERA_LOST,
                    ERR_MICROPHONE_BUSY,
                    ERR_MICROPHONE_LOST,
                    ERR_SPEAKER_BUSY,
                    ERR_SPEAKER_LOST -> true;
            default -> false;
        };
    }
}

package dev.belfry.call;

/**
 * What can go wrong, one code each. The words for a code are in the resource bundle {@code dev.belfry.call.errors}.
 *
 * @since 0.1
 */
public enum ErrorCode {
    ERR_CALLING_SELF,
    ERR_CALL_BUSY_SELF,
    ERR_CALL_SESSION_NOT_FOUND,
    ERR_EMPTY_CALL_SESSION_ID,
    ERR_CALL_TERMINATED,
    ERR_CALL_USER_ALREADY_JOINED,
    ERR_CALL_GROUP_INVALID_STATUS,
    ERR_CALL_NOT_STARTED,
    ERR_CALL_NOT_A_PART,
    ERR_RECEIVER_NOT_FOUND,
    ERR_UNAUTHORIZED,
    ERR_RATE_LIMITED,
    /** A field of a request is wrong; {@link CallException#detail()} names it. */
    ERR_BAD_REQUEST,

    /** The hub cannot serve anybody at the moment, its database perhaps; worth asking again. */
    ERR_UNAVAILABLE,

    /** The hub did not answer. */
    ERR_CONNECTION_LOST,
    /** The other side's media never came. */
    ERR_JOIN_FAILED,

    ERR_CAMERA_MISSING,
    ERR_CAMERA_BUSY,
    ERR_CAMERA_REFUSED,
    ERR_CAMERA_LOST,
    ERR_MICROPHONE_MISSING,
    ERR_MICROPHONE_BUSY,
    ERR_MICROPHONE_REFUSED,
    ERR_MICROPHONE_LOST,
    ERR_SPEAKER_MISSING,
    ERR_SPEAKER_BUSY,
    ERR_SPEAKER_LOST,
    ERR_SCREEN_UNAVAILABLE,
    ERR_FILE_UNREADABLE,
    ERR_CODEC_UNAVAILABLE,
    /** Anything else in the media path; the cause says more. */
    ERR_MEDIA_FAILED
}

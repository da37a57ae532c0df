package dev.belfry.call;

/** What a call carries. @since 0.1 */
public enum CallType {
    /** Sound only; the camera stays closed. */
    AUDIO,
    /** Sound and pictures. */
    VIDEO
}

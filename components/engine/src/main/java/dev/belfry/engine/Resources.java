package dev.belfry.engine;

/**
 * What an engine's sessions hold at this moment: all zero once every session is closed and every sink has released its
 * pictures.
 *
 * @param sessions sessions that are open or closing
 * @param threads threads of the sessions
 * @param pictures pictures taken from pools and not released
 * @param encodedFrames encoded frames taken from pools and not released
 * @param audioFrames frames of sound taken from pools and not released
 * @param nativeBytes bytes of native memory in pictures
 * @since 0.1
 */
public record Resources(int sessions, int threads, int pictures, int encodedFrames, int audioFrames, long nativeBytes) {
    /** Nothing. */
    public static final Resources NONE = new Resources(0, 0, 0, 0, 0, 0);

    /** Returns the sum of both. */
    public Resources plus(Resources other) {
        return new Resources(
                sessions + other.sessions,
                threads + other.threads,
                pictures + other.pictures,
                encodedFrames + other.encodedFrames,
                audioFrames + other.audioFrames,
                nativeBytes + other.nativeBytes);
    }
}

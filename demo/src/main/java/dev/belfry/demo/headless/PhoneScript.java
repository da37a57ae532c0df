package dev.belfry.demo.headless;

import dev.belfry.frame.Codec;
import dev.belfry.media.device.VideoSourceSpec;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one user's phone is to do with nobody at the keyboard.
 *
 * @param uid whose phone it is
 * @param callee whom to call; null to be called
 * @param seconds how long to talk before hanging up; null to leave that to the other side
 * @param waitSeconds how long to wait for the call
 * @param out where pictures and sound go
 * @param compare the folder of the other phone, if it is one on this machine; null if there is nothing to compare with
 * @param video a file to show instead of the test pattern, or null
 * @param codec how pictures are encoded
 */
record PhoneScript(
        String uid,
        @Nullable String callee,
        @Nullable Integer seconds,
        int waitSeconds,
        Path out,
        @Nullable Path compare,
        @Nullable Path video,
        Codec codec) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FPS = 30;
    private static final int HUES = 360;

    /** No two users' patterns look alike, as far as their uids tell them apart. */
    VideoSourceSpec camera() {
        return video == null
                ? new VideoSourceSpec.Pattern(WIDTH, HEIGHT, FPS, Math.floorMod(uid.hashCode() * 37, HUES))
                : new VideoSourceSpec.File(video, true);
    }

    /** Returns the file with what a user's microphone takes, in the folder of that user's phone. */
    static Path said(Path folder, String uid) {
        return folder.resolve(uid + "-said.wav");
    }

    /** Returns the file with what came out of the loudspeaker. */
    Path heard() {
        return out.resolve(uid + "-heard.wav");
    }
}

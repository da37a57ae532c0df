package dev.belfry.demo.headless;

import dev.belfry.engine.MediaTransports;
import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted call is to do.
 *
 * @param seconds how long they talk
 * @param out where pictures and sound go
 * @param video a file to show instead of the test pattern, or null
 * @param codec how pictures are encoded
 * @param network what carries sound and pictures
 */
record CallScript(
        int seconds, Path out, @Nullable Path video, Codec codec, Supplier<? extends MediaTransports> network) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FPS = 30;

    /** Returns the same call, only of another length. */
    CallScript lasting(int otherSeconds) {
        return new CallScript(otherSeconds, out, video, codec, network);
    }

    VideoSourceSpec camera(String uid) {
        // Two hues, so that nobody can take Alice's picture for Bob's.
        int hue = uid.equals("alice") ? 215 : 20;
        return video == null
                ? new VideoSourceSpec.Pattern(WIDTH, HEIGHT, FPS, hue)
                : new VideoSourceSpec.File(video, true);
    }

    AudioSourceSpec microphone(String uid) {
        return new AudioSourceSpec.File(said(uid), false);
    }

    AudioSinkSpec speaker(String uid) {
        return new AudioSinkSpec.WavFile(heard(uid));
    }

    /** Returns the file with the sound that a user's microphone takes. */
    Path said(String uid) {
        return out.resolve(uid + "-said.wav");
    }

    /** Returns the file with the sound that came out of a user's loudspeaker. */
    Path heard(String uid) {
        return out.resolve(uid + "-heard.wav");
    }
}

package dev.belfry.media.audio;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the sound to send comes from.
 *
 * @since 0.1
 */
public sealed interface AudioSourceSpec {
    /**
     * A microphone.
     *
     * @param deviceId one of {@link AudioDevices#microphones()}, or null for the system's default
     */
    record Microphone(@Nullable String deviceId) implements AudioSourceSpec {}

    /**
     * The sound of a file, in real time; silence after its end.
     *
     * @param path any format that FFmpeg reads
     * @param loop whether to begin again at the end
     */
    record File(Path path, boolean loop) implements AudioSourceSpec {}

    /**
     * A sine at a quarter of full scale.
     *
     * @param hertz its frequency, above 0 and below 24000
     */
    record Tone(double hertz) implements AudioSourceSpec {
        /** Checks the frequency. */
        public Tone {
            if (!(hertz > 0 && hertz < 24_000)) {
                throw new IllegalArgumentException("no such frequency: " + hertz);
            }
        }
    }

    /** Nothing to be heard. */
    record Silence() implements AudioSourceSpec {}
}

package dev.belfry.media.audio;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where received sound goes.
 *
 * @since 0.1
 */
public sealed interface AudioSinkSpec {
    /**
     * A loudspeaker.
     *
     * @param deviceId one of {@link AudioDevices#speakers()}, or null for the system's default
     */
    record Speaker(@Nullable String deviceId) implements AudioSinkSpec {}

    /** A WAV file, overwritten; complete once the sink is closed. */
    record WavFile(Path path) implements AudioSinkSpec {}

    /** Nowhere. */
    record Discard() implements AudioSinkSpec {}
}

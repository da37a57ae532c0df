package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.MediaDevice;
import java.util.List;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * Opens sources and sinks of sound, and lists microphones and loudspeakers. Every method may block for as long as the
 * system's sound service takes.
 *
 * @since 0.1
 */
public final class AudioDevices {
    private AudioDevices() {}

    /** Returns the microphones, the system's default first; empty where there is none. */
    public static List<MediaDevice> microphones() {
        return JavaSound.devices(TargetDataLine.class, MediaDevice.Kind.MICROPHONE);
    }

    /** Returns the loudspeakers, the system's default first; empty where there is none. */
    public static List<MediaDevice> speakers() {
        return JavaSound.devices(SourceDataLine.class, MediaDevice.Kind.SPEAKER);
    }

    /**
     * Opens a source.
     *
     * @throws CallException with {@code ERR_MICROPHONE_*}, {@code ERR_FILE_UNREADABLE} or {@code ERR_MEDIA_FAILED}
     */
    public static AudioSource open(AudioSourceSpec spec) throws CallException {
        if (spec instanceof AudioSourceSpec.Microphone microphone) {
            return new MicrophoneSource(microphone.deviceId());
        } else if (spec instanceof AudioSourceSpec.File file) {
            return new FileAudioSource(file.path(), file.loop());
        } else if (spec instanceof AudioSourceSpec.Tone tone) {
            return new ToneSource(tone.hertz());
        }
        return new ToneSource(0);
    }

    /**
     * Opens a sink.
     *
     * @throws CallException with {@code ERR_SPEAKER_*}, or {@code ERR_MEDIA_FAILED} for a file that cannot be written
     */
    public static AudioSink open(AudioSinkSpec spec) throws CallException {
        if (spec instanceof AudioSinkSpec.Speaker speaker) {
            return new SpeakerSink(speaker.deviceId());
        } else if (spec instanceof AudioSinkSpec.WavFile file) {
            return new WavSink(file.path());
        }
        return new WavSink(null);
    }
}

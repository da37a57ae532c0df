package dev.belfry.demo.launcher;

import dev.belfry.Belfry;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.Ringer;
import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.audio.ToneRinger;
import dev.belfry.media.device.MediaDevices;
import dev.belfry.media.device.VideoSourceSpec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one phone's sound and pictures come from and go to. Two phones on one machine cannot share a camera: the first
 * gets the first one, the second the second one, and who finds none a test pattern. A host with one user needs none of
 * this: the default devices are the default.
 *
 * @param cameras the cameras of this machine, the default first
 * @param place which phone it is, from 0
 * @param video a file to show instead, or null
 * @param codec how pictures are encoded
 */
record MediaChoice(
        List<MediaDevice> cameras, int place, @Nullable Path video, Codec codec) {
    private static final Logger LOG = System.getLogger(MediaChoice.class.getName());
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FPS = 30;

    /** So that each knows the other's picture from their own: blue, orange. */
    private static final int[] HUES = {215, 20};

    MediaChoice(List<MediaDevice> cameras, int place, @Nullable Path video) {
        this(cameras, place, video, Codec.VP8);
    }

    /** Returns the cameras of this machine; waits for the system. */
    static List<MediaDevice> listCameras() {
        return new MediaDevices(Runnable::run, AudioDevices::microphones, AudioDevices::speakers)
                .list(MediaDevice.Kind.CAMERA)
                .exceptionally(e -> {
                    LOG.log(Level.WARNING, "No cameras can be listed", e);
                    return List.of();
                })
                .join();
    }

    Belfry.Builder applyTo(Belfry.Builder phone) {
        AudioSinkSpec speaker = speaker();
        return phone.ringer(speaker instanceof AudioSinkSpec.Speaker ? new ToneRinger() : Ringer.silent())
                .media(media -> media.camera(camera())
                        .microphone(microphone())
                        .speaker(speaker)
                        .videoCodec(codec));
    }

    private VideoSourceSpec camera() {
        if (video != null) {
            return new VideoSourceSpec.File(video, true);
        }
        return place < cameras.size()
                ? new VideoSourceSpec.Camera(cameras.get(place).id(), WIDTH, HEIGHT, FPS)
                : new VideoSourceSpec.Pattern(WIDTH, HEIGHT, FPS, HUES[place]);
    }

    private static AudioSourceSpec microphone() {
        return AudioDevices.microphones().isEmpty()
                ? new AudioSourceSpec.Silence()
                : new AudioSourceSpec.Microphone(null);
    }

    private static AudioSinkSpec speaker() {
        return AudioDevices.speakers().isEmpty() ? new AudioSinkSpec.Discard() : new AudioSinkSpec.Speaker(null);
    }
}

package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.frame.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import org.jspecify.annotations.Nullable;

/** What microphones and loudspeakers of Java Sound have in common. */
final class JavaSound {
    static final AudioFormat FORMAT = new AudioFormat(AudioFrame.RATE, 16, 1, true, false);
    static final int FRAME_BYTES = PcmFrame.SAMPLES * 2;
    private static final int BUFFERED_FRAMES = 4;

    private JavaSound() {}

    static List<MediaDevice> devices(Class<? extends DataLine> type, MediaDevice.Kind kind) {
        DataLine.Info wanted = new DataLine.Info(type, FORMAT);
        List<MediaDevice> devices = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(wanted)) {
                devices.add(new MediaDevice(info.getName(), info.getName(), kind));
            }
        }
        return devices;
    }

    /** Finds a line, not yet opened; null for the default device. */
    static <T extends DataLine> T find(Class<T> type, @Nullable String deviceId, ErrorCode missing)
            throws CallException {
        DataLine.Info wanted = new DataLine.Info(type, FORMAT);
        try {
            if (deviceId == null) {
                return type.cast(AudioSystem.getLine(wanted));
            }
            for (Mixer.Info info : AudioSystem.getMixerInfo()) {
                if (info.getName().equals(deviceId)
                        && AudioSystem.getMixer(info).isLineSupported(wanted)) {
                    return type.cast(AudioSystem.getMixer(info).getLine(wanted));
                }
            }
        } catch (IllegalArgumentException | LineUnavailableException e) {
            throw new CallException(missing, deviceId, e);
        }
        throw new CallException(missing, deviceId, null);
    }

    /** Opens a line that was found. */
    static void open(Opening opening, Line line, @Nullable String deviceId, ErrorCode busy, ErrorCode refused)
            throws CallException {
        try {
            opening.open(FORMAT, FRAME_BYTES * BUFFERED_FRAMES);
        } catch (LineUnavailableException | IllegalArgumentException e) {
            line.close();
            throw new CallException(busy, deviceId, e);
        } catch (SecurityException e) {
            line.close();
            throw new CallException(refused, deviceId, e);
        }
    }

    /** Source and target lines open alike, but through methods of their own. */
    @FunctionalInterface
    interface Opening {
        void open(AudioFormat format, int bufferBytes) throws LineUnavailableException;
    }
}

package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.AudioFrame;
import dev.belfry.media.internal.Natives;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;

/** The sound of a file, decoded and resampled by FFmpeg. */
final class FileAudioSource implements AudioSource {
    private final Pacer pacer = new Pacer();
    private final Path path;
    private final boolean loop;
    private final FFmpegFrameGrabber grabber;
    private final Object lock = new Object();
    private @Nullable ShortBuffer decoded;
    private boolean ended;
    private boolean closed;

    FileAudioSource(Path path, boolean loop) throws CallException {
        Natives.load();
        this.path = path;
        this.loop = loop;
        this.grabber = new FFmpegFrameGrabber(path.toFile());
        grabber.setSampleRate(AudioFrame.RATE);
        grabber.setAudioChannels(1);
        grabber.setSampleFormat(avutil.AV_SAMPLE_FMT_S16);
        grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
        try {
            grabber.start();
            if (!grabber.hasAudio()) {
                throw new CallException(ErrorCode.ERR_FILE_UNREADABLE, path.toString(), null);
            }
            fill();
        } catch (FrameGrabber.Exception e) {
            release();
            throw unreadable(e);
        } catch (CallException e) {
            release();
            throw e;
        }
    }

    @Override
    public boolean read(PcmFrame frame) throws CallException {
        if (!pacer.await()) {
            return false;
        }
        synchronized (lock) {
            if (closed) {
                return false;
            }
            frame.silence();
            try {
                copy(frame.samples());
            } catch (FrameGrabber.Exception e) {
                throw unreadable(e);
            }
        }
        frame.setCaptureNanos(System.nanoTime());
        return true;
    }

    @Override
    public void close() {
        pacer.close();
        synchronized (lock) {
            if (!closed) {
                closed = true;
                release();
            }
        }
    }

    private void copy(short[] samples) throws FrameGrabber.Exception {
        int filled = 0;
        while (filled < samples.length && !ended) {
            ShortBuffer buffer = decoded;
            if (buffer == null || !buffer.hasRemaining()) {
                fill();
                continue;
            }
            int count = Math.min(buffer.remaining(), samples.length - filled);
            buffer.get(samples, filled, count);
            filled += count;
        }
    }

    private void fill() throws FrameGrabber.Exception {
        Frame frame = grabber.grabSamples();
        if (frame == null && loop) {
            grabber.setAudioTimestamp(0);
            frame = grabber.grabSamples();
        }
        if (frame == null) {
            ended = true;
        } else {
            decoded = (ShortBuffer) frame.samples[0];
        }
    }

    private void release() {
        decoded = null;
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            System.getLogger(FileAudioSource.class.getName()).log(System.Logger.Level.WARNING, "closing " + path, e);
        }
    }

    private CallException unreadable(Exception cause) {
        return new CallException(ErrorCode.ERR_FILE_UNREADABLE, path.toString(), cause);
    }
}

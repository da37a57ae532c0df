package dev.belfry.media.device;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Pictures of a video file, each when it is due. What comes late moves what follows; nothing is hurried to catch up. */
final class FileFeed implements Feed {
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Time stamps that differ by more from what follows from the last one are wrong, or begin anew. */
    private static final long JUMP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int HIGH_DEFINITION = 720;

    private final VideoSourceSpec.File spec;
    private final NativeFramePool pool;
    /** When a picture due at the beginning of the round would be shown. */
    private long roundStart;
    /** When the next picture is due if it does not say so itself, in the stream's time from the round's beginning. */
    private long expected;

    FileFeed(VideoSourceSpec.File spec, NativeFramePool pool) {
        this.spec = spec;
        this.pool = pool;
    }

    @Override
    public void run(Capture capture) throws CallException {
        try (AvReader reader = open(spec.path());
                FrameConverter converter = new FrameConverter()) {
            roundStart = capture.clock().nanoTime();
            boolean again = true;
            while (again && !capture.isStopped()) {
                again = playOnce(reader, converter, capture) && spec.loop();
                roundStart += expected;
                if (again && reader.rewind() < 0) {
                    throw unreadable(null);
                }
            }
        }
    }

    /** Plays to the end; returns whether it came there, and not to the end of the capture. */
    private boolean playOnce(AvReader reader, FrameConverter converter, Capture capture) throws CallException {
        long first = Long.MIN_VALUE;
        expected = 0;
        int result = reader.next();
        while (result == AvReader.PICTURE && !capture.isStopped()) {
            long own = reader.nanos();
            if (first == Long.MIN_VALUE) {
                first = own;
            }
            long due = own == Long.MIN_VALUE ? expected : own - first;
            if (Math.abs(due - expected) > JUMP_NANOS) {
                first += due - expected;
                due = expected;
            }
            expected = due + reader.pictureNanos();
            NativeFrame frame = convert(converter, reader);
            long late = capture.clock().nanoTime() - (roundStart + due);
            if (late > LATE_NANOS) {
                roundStart += late;
            }
            capture.pauseUntil(roundStart + due);
            capture.deliver(frame, capture.clock().nanoTime());
            result = reader.next();
        }
        if (capture.isStopped()) {
            return false;
        }
        if (first == Long.MIN_VALUE && expected == 0) {
            throw unreadable(new AvException("no picture", result));
        }
        return true;
    }

    private NativeFrame convert(FrameConverter converter, AvReader reader) {
        AVFrame picture = reader.frame();
        if (picture.colorspace() == AVCOL_SPC_UNSPECIFIED && picture.height() >= HIGH_DEFINITION) {
            picture.colorspace(AVCOL_SPC_BT709);
        }
        NativeFrame frame = pool.take(picture.width(), picture.height());
        try {
            converter.convert(picture, frame);
            frame.setRotation(reader.rotation());
            return frame;
        } catch (RuntimeException e) {
            frame.release();
            throw e;
        }
    }

    private AvReader open(Path path) throws CallException {
        // Anything else, a pipe say, could block for ever.
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw unreadable(null);
        }
        try {
            return AvReader.open(new AvInput(null, "file:" + path.toAbsolutePath(), Map.of()));
        } catch (AvException e) {
            throw unreadable(e);
        }
    }

    private CallException unreadable(@Nullable Throwable cause) {
        return new CallException(ErrorCode.ERR_FILE_UNREADABLE, spec.path().toString(), cause);
    }
}

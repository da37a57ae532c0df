package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.picture.SwsPictureScaler;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts a source and keeps copies of what it delivers, at most a few at a time: a full one holds the source up. */
final class Recorder implements VideoSink, AutoCloseable {
    /** What was seen of a picture. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Seen(
            int width,
            int height,
            long captureNanos,
            long sequence,
            int rotation,
            VideoFrame.Matrix matrix,
            VideoFrame.Range range,
            int[] rgb) {
        int at(int x, int y) {
            return rgb[y * width + x] & 0xFFFFFF;
        }

        void assertColour(int x, int y, int expected, int levels) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(at(x, y) >> shift & 0xFF)
                        .as("%06x at %d,%d of %06x", at(x, y), x, y, expected)
                        .isBetween((expected >> shift & 0xFF) - levels, (expected >> shift & 0xFF) + levels);
            }
        }
    }

    private static final int WAIT_SECONDS = 20;

    private final VideoSource source;
    private final BlockingQueue<Seen> pictures = new LinkedBlockingQueue<>(8);
    private final BlockingQueue<CallException> failures = new LinkedBlockingQueue<>();
    private volatile boolean closing;
    private @Nullable SwsPictureScaler scaler;

    Recorder(VideoSource source) {
        this.source = source;
        Consumer<CallException> onFailure = failures::add;
        source.start(this, onFailure);
    }

    @Override
    public void onFrame(VideoFrame frame) {
        try {
            SwsPictureScaler mine = scaler;
            if (mine == null) {
                mine = SwsPictureScaler.create();
                scaler = mine;
            }
            int[] rgb = new int[frame.width() * frame.height()];
            mine.scale(frame, frame.width(), frame.height(), rgb);
            Seen seen = new Seen(
                    frame.width(),
                    frame.height(),
                    frame.captureNanos(),
                    frame.sequence(),
                    frame.rotation(),
                    frame.matrix(),
                    frame.range(),
                    rgb);
            while (!closing && !pictures.offer(seen, 10, TimeUnit.MILLISECONDS)) {
                // full: the source waits
            }
        } catch (CallException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Seen next() throws InterruptedException {
        return Objects.requireNonNull(
                pictures.poll(WAIT_SECONDS, TimeUnit.SECONDS), () -> "no picture; failures: " + failures);
    }

    CallException failure() throws InterruptedException {
        return Objects.requireNonNull(failures.poll(WAIT_SECONDS, TimeUnit.SECONDS), "no failure");
    }

    boolean isSilent() {
        return pictures.isEmpty() && failures.isEmpty();
    }

    boolean hasFailed() {
        return !failures.isEmpty();
    }

    @Override
    public void close() {
        closing = true;
        source.close();
        if (scaler != null) {
            scaler.close();
        }
    }
}

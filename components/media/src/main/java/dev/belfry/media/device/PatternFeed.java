package dev.belfry.media.device;

import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The test pattern, a picture whenever one is due; those that were due while the sink was slow are left out. */
final class PatternFeed implements Feed {
    private static final long NANOS = 1_000_000_000L;

    private final VideoSourceSpec.Pattern spec;
    private final NativeFramePool pool;

    PatternFeed(VideoSourceSpec.Pattern spec, NativeFramePool pool) {
        this.spec = spec;
        this.pool = pool;
    }

    @Override
    public void run(Capture capture) {
        try (PatternPainter painter = new PatternPainter(spec, pool)) {
            long start = capture.clock().nanoTime();
            long midnight = start - nanosOfDay(capture.clock().now());
            long count = 0;
            while (capture.pauseUntil(start + count * NANOS / spec.fps())) {
                long now = capture.clock().nanoTime();
                capture.deliver(paint(painter, now - midnight, count), now);
                long due = (capture.clock().nanoTime() - start) * spec.fps() / NANOS;
                count = Math.max(count + 1, due);
            }
        }
    }

    private NativeFrame paint(PatternPainter painter, long dayNanos, long count) {
        NativeFrame frame = pool.take(spec.width(), spec.height());
        try {
            painter.paint(frame, dayNanos, count);
            return frame;
        } catch (RuntimeException e) {
            frame.release();
            throw e;
        }
    }

    private static long nanosOfDay(Instant now) {
        return LocalTime.ofInstant(now, ZoneId.systemDefault()).toNanoOfDay();
    }
}

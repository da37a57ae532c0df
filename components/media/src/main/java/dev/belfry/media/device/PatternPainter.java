package dev.belfry.media.device;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy;

import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.awt.image.BufferedImage;

/** Puts the test pattern together in I420: a copy of what stands still, and sprites. One thread at a time. */
final class PatternPainter implements AutoCloseable {
    private static final long NANOS = 1_000_000_000L;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final double SWING_SECONDS = 3;
    private static final int COUNTER_DIGITS = 6;

    private final NativeFrame background;
    private final Sprite ball;
    private final Sprite[] large = new Sprite[10];
    private final Sprite[] small = new Sprite[10];
    private final Sprite colon;

    PatternPainter(VideoSourceSpec.Pattern spec, NativeFramePool pool) {
        int width = spec.width();
        int height = spec.height();
        int tall = Math.max(4, Math.min(height / 5, width / 6));
        for (int i = 0; i < 10; i++) {
            large[i] = new Sprite(PatternArtist.digit(i, tall));
            small[i] = new Sprite(PatternArtist.digit(i, Math.max(4, tall * 2 / 5)));
        }
        colon = new Sprite(PatternArtist.colon(tall));
        ball = new Sprite(PatternArtist.ball(Math.max(4, height / 5)));
        BufferedImage still = PatternArtist.background(width, height, spec.hue());
        background = pool.take(width, height);
        try (ImageConverter converter = new ImageConverter()) {
            converter.convert(still, background);
        }
    }

    /**
     * Paints a picture.
     *
     * @param frame takes it; of the size of the pattern
     * @param dayNanos nanoseconds since midnight, for the clock and the movement
     * @param count what the counter shows
     */
    void paint(NativeFrame frame, long dayNanos, long count) {
        int result = av_frame_copy(frame.avFrame(), background.avFrame());
        if (result < 0) {
            throw new IllegalStateException("no copy of the pattern: " + Natives.message(result));
        }
        frame.setColours(background.matrix(), background.range());
        swing(frame, dayNanos);
        clock(frame, (int) (dayNanos / NANOS % SECONDS_OF_DAY));
        counter(frame, count);
    }

    @Override
    public void close() {
        background.release();
    }

    /** The ball hangs from above the picture like a bell. */
    private void swing(NativeFrame frame, long dayNanos) {
        double angle = 0.62 * Math.sin(2 * Math.PI * (dayNanos / (double) NANOS) / SWING_SECONDS);
        double length = frame.width() * 0.62;
        double x = frame.width() / 2.0 + length * Math.sin(angle);
        double y = frame.height() * 0.2 - length * (1 - Math.cos(angle)) * 0.35 + frame.height() * 0.02;
        ball.over(frame, (int) x - ball.width() / 2, (int) y - ball.height() / 2);
    }

    private void clock(NativeFrame frame, int second) {
        int gap = large[0].width() / 6;
        int all = 6 * large[0].width() + 2 * colon.width() + 7 * gap;
        int x = (frame.width() - all) / 2;
        int y = frame.height() * 42 / 100 - large[0].height() / 2;
        x = pair(frame, x, y, second / 3600, gap);
        colon.over(frame, x, y);
        x = pair(frame, x + colon.width() + gap, y, second / 60 % 60, gap);
        colon.over(frame, x, y);
        pair(frame, x + colon.width() + gap, y, second % 60, gap);
    }

    private int pair(NativeFrame frame, int x, int y, int value, int gap) {
        int step = large[0].width() + gap;
        large[value / 10].over(frame, x, y);
        large[value % 10].over(frame, x + step, y);
        return x + 2 * step;
    }

    private void counter(NativeFrame frame, long count) {
        int step = small[0].width() * 5 / 4;
        int x = (frame.width() + COUNTER_DIGITS * step) / 2;
        int y = frame.height() * 58 / 100;
        long left = count;
        for (int i = 0; i < COUNTER_DIGITS; i++) {
            x -= step;
            small[(int) (left % 10)].over(frame, x, y);
            left /= 10;
        }
    }
}

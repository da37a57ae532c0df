package dev.belfry.demo.headless;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.video.PaintListener;
import dev.belfry.swing.video.VideoView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times the pictures of the other side as they are painted, and keeps those that are the first of their second, for a
 * comparison with {@link SentPictures}.
 */
final class PaintedPictures implements PaintListener {
    /** Less than half of what lies between two pictures, and more than the clocks of both processes seem apart. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    /** By when in its second the first picture has come. */
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private static final int MOST = 60;

    private final CompletableFuture<Long> firstPaint = new CompletableFuture<>();
    private final Percentiles latencies = new Percentiles();
    private final NavigableMap<Long, BufferedImage> kept = new TreeMap<>();

    @Override
    public synchronized void framePainted(VideoView view, long sequence, long captureNanos) {
        long now = System.nanoTime();
        firstPaint.complete(now);
        latencies.add(now - captureNanos);
        long within = Math.floorMod(captureNanos + TOLERANCE_NANOS, SentPictures.SECOND);
        BufferedImage painted =
                within < FIRST_NANOS + 2 * TOLERANCE_NANOS && kept.size() < MOST ? view.snapshot() : null;
        if (painted != null) {
            kept.put(captureNanos, painted);
        }
    }

    /** Completes with the time of the first picture painted, on the clock of {@link System#nanoTime()}. */
    CompletableFuture<Long> firstPaint() {
        return firstPaint;
    }

    /** Returns the times from capture to paint. */
    synchronized Percentiles latencies() {
        return latencies;
    }

    /** Compares what was painted with the pictures in the other side's folder; no more pictures may be painted. */
    synchronized Likeness likeness(Path sent, Supplier<PictureScaler> scalers) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(sent)) {
            files = all.filter(StoredPicture::isPicture).toList();
        }
        try (PictureComparison comparison = new PictureComparison(scalers)) {
            for (Path file : files) {
                BufferedImage painted = nearest(StoredPicture.captureNanos(file));
                if (painted != null) {
                    comparison.add(painted, StoredPicture.read(file));
                }
            }
            return new Likeness(comparison.psnrDb(), comparison.samples());
        }
    }

    /** How like the originals pictures are: the mean in dB, NaN without any; and how many. */
    record Likeness(double psnrDb, int samples) {
        /** Nothing could be compared. */
        static final Likeness UNKNOWN = new Likeness(Double.NaN, 0);
    }

    private @Nullable BufferedImage nearest(long captureNanos) {
        Map.Entry<Long, BufferedImage> before = kept.floorEntry(captureNanos);
        Map.Entry<Long, BufferedImage> after = kept.ceilingEntry(captureNanos);
        boolean afterIsNearer =
                before == null || (after != null && after.getKey() - captureNanos < captureNanos - before.getKey());
        Map.Entry<Long, BufferedImage> nearest = afterIsNearer ? after : before;
        return nearest != null && Math.abs(nearest.getKey() - captureNanos) <= TOLERANCE_NANOS
                ? nearest.getValue()
                : null;
    }
}

package dev.belfry.demo.headless;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.swing.video.PaintListener;
import dev.belfry.swing.video.VideoView;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Measures the pictures of one direction. As a sink of the sender's own track it keeps every so-many-th captured
 * picture; as the paint listener of the receiver's view it times every painted one, and compares the pixels that were
 * painted with those of the picture captured at that time, scaled by the same scaler to the same size. The network
 * brings the time of a capture to within a fraction of what lies between two pictures.
 */
final class VideoMeter implements VideoSink, PaintListener, AutoCloseable {
    /** A prime, so that no rhythm of the source or encoder falls in step with it. */
    private static final int EVERY = 13;

    private static final long CLOSE_SECONDS = 10;

    /** Less than half of what lies between two pictures. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    private final PictureComparison comparison;
    private final ExecutorService comparisons;
    private final TreeMap<Long, VideoFrame> kept = new TreeMap<>();
    private final Percentiles latencies = new Percentiles();
    private final CompletableFuture<Long> firstPaint = new CompletableFuture<>();
    private long captured;
    private boolean closed;

    VideoMeter(Supplier<PictureScaler> scalers) {
        this.comparison = new PictureComparison(scalers);
        this.comparisons = Executors.newSingleThreadExecutor(work -> new Thread(work, "video-meter"));
    }

    @Override
    public void onFrame(VideoFrame frame) {
        synchronized (kept) {
            if (captured++ % EVERY == 0 && !closed) {
                frame.retain();
                VideoFrame doubled = kept.put(frame.captureNanos(), frame);
                if (doubled != null) {
                    doubled.release();
                }
            }
        }
    }

    @Override
    public void framePainted(VideoView view, long sequence, long captureNanos) {
        long now = System.nanoTime();
        firstPaint.complete(now);
        VideoFrame original;
        synchronized (kept) {
            latencies.add(now - captureNanos);
            releaseBefore(captureNanos - TOLERANCE_NANOS);
            Map.Entry<Long, VideoFrame> next = kept.firstEntry();
            original =
                    next != null && next.getKey() <= captureNanos + TOLERANCE_NANOS ? kept.remove(next.getKey()) : null;
        }
        BufferedImage painted = original == null ? null : view.snapshot();
        if (original != null && painted != null) {
            comparisons.execute(() -> compare(painted, original));
        } else if (original != null) {
            original.release();
        }
    }

    /** Completes with the time of the first picture painted, on the clock of {@link System#nanoTime()}. */
    CompletableFuture<Long> firstPaint() {
        return firstPaint;
    }

    /** Returns the times from capture to paint; complete once closed. */
    Percentiles latencies() {
        return latencies;
    }

    /** Returns how many painted pictures were compared; complete once closed. */
    int samples() {
        return comparison.samples();
    }

    /** Returns the mean likeness of those, in dB; NaN without any. */
    double psnrDb() {
        return comparison.psnrDb();
    }

    /** Finishes the comparisons and gives every picture back. */
    @Override
    public void close() {
        comparisons.execute(comparison::close);
        comparisons.shutdown();
        try {
            if (!comparisons.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("pictures are still being compared");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (kept) {
            closed = true;
            releaseBefore(Long.MAX_VALUE);
        }
    }

    private void releaseBefore(long captureNanos) {
        Map<Long, VideoFrame> passed = kept.headMap(captureNanos);
        passed.values().forEach(VideoFrame::release);
        passed.clear();
    }

    private void compare(BufferedImage painted, VideoFrame original) {
        comparison.add(painted, original);
        original.release();
    }
}

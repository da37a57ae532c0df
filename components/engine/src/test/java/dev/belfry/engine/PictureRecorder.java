package dev.belfry.engine;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.picture.Psnr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares pictures that arrive with those that were taken, by the time at which they were. */
final class PictureRecorder implements AutoCloseable {
    private static final int KEPT = 30;

    /** Keeps the pictures of the sender. */
    final VideoSink source = this::keep;

    /** Compares the pictures of the receiver. */
    final VideoSink arrival = this::compare;

    private final Deque<VideoFrame> taken = new ArrayDeque<>();
    private final List<Double> psnr = new ArrayList<>();
    private final List<Double> latencies = new ArrayList<>();
    private @Nullable String size;
    private int count;

    private synchronized void keep(VideoFrame frame) {
        frame.retain();
        taken.addLast(frame);
        while (taken.size() > KEPT) {
            taken.removeFirst().release();
        }
    }

    private synchronized void compare(VideoFrame frame) {
        count++;
        size = frame.width() + "x" + frame.height();
        latencies.add((System.nanoTime() - frame.captureNanos()) / 1e6);
        for (VideoFrame sent : taken) {
            if (sent.captureNanos() == frame.captureNanos() && sent.width() == frame.width()) {
                psnr.add(Psnr.luma(sent, frame));
            }
        }
    }

    synchronized int compared() {
        return psnr.size();
    }

    synchronized int count() {
        return count;
    }

    synchronized @Nullable String size() {
        return size;
    }

    synchronized double meanPsnr() {
        return psnr.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Returns the median latency in milliseconds of the last 30 pictures. */
    synchronized double recentLatency() {
        return latencies.stream()
                .skip(Math.max(0, latencies.size() - KEPT))
                .sorted()
                .skip(KEPT / 2)
                .findFirst()
                .orElse(0.0);
    }

    /** Returns the latency in milliseconds below which this share of the pictures stayed. */
    synchronized double latency(double share) {
        List<Double> sorted = latencies.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    @Override
    public synchronized void close() {
        taken.forEach(VideoFrame::release);
        taken.clear();
    }
}

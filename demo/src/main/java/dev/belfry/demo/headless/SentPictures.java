package dev.belfry.demo.headless;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the first picture that is captured in each second as a file, for another process on this machine to compare with
 * what it got. Both have the same clock, so both know which picture that is.
 */
final class SentPictures implements VideoSink, AutoCloseable {
    /** What a folder of them is called. */
    static final String FOLDER = "sent";

    static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 20;
    private static final long CLOSE_SECONDS = 20;

    private final Path folder;
    private final Consumer<String> failures;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "sent-pictures"));
    private long lastSecond = -1;
    private int kept;
    private boolean closed;

    /**
     * Creates a keeper.
     *
     * @param folder where the files go; it exists
     * @param failures told of each picture that could not be written, on the keeper's thread
     */
    SentPictures(Path folder, Consumer<String> failures) {
        this.folder = folder;
        this.failures = failures;
    }

    @Override
    public synchronized void onFrame(VideoFrame frame) {
        long second = Math.floorDiv(frame.captureNanos(), SECOND);
        if (second != lastSecond && kept < MOST && !closed) {
            lastSecond = second;
            kept++;
            frame.retain();
            writer.execute(() -> write(frame));
        }
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            writer.shutdown();
        }
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                failures.accept("pictures are still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(VideoFrame frame) {
        try {
            StoredPicture.write(frame, folder);
        } catch (IOException e) {
            failures.accept("could not keep a picture: " + e.getMessage());
        } finally {
            frame.release();
        }
    }
}

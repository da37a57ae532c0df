package dev.belfry.demo.headless;

import dev.belfry.call.control.CallPhase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Photographs of both users' windows, as PNG files, written on a thread of its own. */
final class Album implements AutoCloseable {
    private static final long CLOSE_SECONDS = 20;

    private final Stage stage;
    private final Path folder;
    private final Consumer<String> failures;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "album"));

    /**
     * Creates an album.
     *
     * @param failures told of each picture that could not be written, on the album's thread
     */
    Album(Stage stage, Path folder, Consumer<String> failures) {
        this.stage = stage;
        this.folder = folder;
        this.failures = failures;
    }

    /** Photographs a user's window in a phase; on the event dispatch thread. */
    void take(String uid, CallPhase phase) {
        BufferedImage image = stage.photograph(uid);
        Path file = folder.resolve(uid + "-" + phase.name().toLowerCase(Locale.ROOT) + ".png");
        writer.execute(() -> write(image, file));
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                failures.accept("pictures are still being written");
            }
        } catch (InterruptedException e) {
            failures.accept("interrupted before all pictures were written");
            Thread.currentThread().interrupt();
        }
    }

    private void write(BufferedImage image, Path file) {
        try {
            if (!ImageIO.write(image, "png", file.toFile())) {
                failures.accept("nothing can write " + file);
            }
        } catch (IOException e) {
            failures.accept("could not write " + file + ": " + e.getMessage());
        }
    }
}

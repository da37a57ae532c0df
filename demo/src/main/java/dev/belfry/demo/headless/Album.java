package dev.belfry.demo.headless;

import dev.belfry.call.control.CallPhase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Photographs of both users' windows, written as PNG files when all are taken: compressing them during the call would
 * take the time that is measured.
 */
final class Album implements AutoCloseable {
    private final Stage stage;
    private final Path folder;
    private final Consumer<String> failures;
    private final Map<Path, BufferedImage> taken = new LinkedHashMap<>();

    /**
     * Creates an album.
     *
     * @param failures told of each picture that could not be written
     */
    Album(Stage stage, Path folder, Consumer<String> failures) {
        this.stage = stage;
        this.folder = folder;
        this.failures = failures;
    }

    /** Photographs a user's window in a phase; on the event dispatch thread. */
    void take(String uid, CallPhase phase) {
        BufferedImage image = stage.photograph(uid);
        synchronized (taken) {
            taken.put(folder.resolve(uid + "-" + phase.name().toLowerCase(Locale.ROOT) + ".png"), image);
        }
    }

    /** Writes what was taken. */
    @Override
    public void close() {
        synchronized (taken) {
            taken.forEach(this::write);
            taken.clear();
        }
    }

    private void write(Path file, BufferedImage image) {
        try {
            if (!ImageIO.write(image, "png", file.toFile())) {
                failures.accept("nothing can write " + file);
            }
        } catch (IOException e) {
            failures.accept("could not write " + file + ": " + e.getMessage());
        }
    }
}

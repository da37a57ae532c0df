package dev.belfry.demo.headless;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.picture.Psnr;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How near painted pictures are to those that were captured, scaled by the same scaler to the same size. For one thread. */
final class PictureComparison implements AutoCloseable {
    /** What equal pictures count as, whose ratio is infinite. */
    private static final double MOST_DB = 100;

    private final Supplier<PictureScaler> scalers;
    private final List<Double> likenesses = new ArrayList<>();
    private @Nullable PictureScaler scaler;

    PictureComparison(Supplier<PictureScaler> scalers) {
        this.scalers = scalers;
    }

    /** Compares a pair. */
    void add(BufferedImage painted, VideoFrame original) {
        int width = painted.getWidth();
        int height = painted.getHeight();
        PictureScaler current = scaler == null ? scalers.get() : scaler;
        scaler = current;
        int[] sent = new int[width * height];
        current.scale(original, width, height, sent);
        likenesses.add(Math.min(MOST_DB, Psnr.rgb(painted.getRGB(0, 0, width, height, null, 0, width), sent)));
    }

    /** Returns how many pairs were compared. */
    int samples() {
        return likenesses.size();
    }

    /** Returns the mean likeness, in dB; NaN without any. */
    double psnrDb() {
        return likenesses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
        }
    }
}

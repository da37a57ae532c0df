package dev.belfry.media.device;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns images into I420. Images of type {@link BufferedImage#TYPE_INT_RGB} in the size of the last one allocate
 * nothing, and stay as fast to paint as they were, because their data is read and not taken. One thread at a time.
 */
final class ImageConverter implements AutoCloseable {
    private static final int PIXEL_BYTES = 4;
    private static final int ALIGNMENT = 64;

    private final FrameConverter converter = new FrameConverter();
    private final AVFrame native32 = av_frame_alloc();
    private @Nullable IntPointer target;
    private @Nullable BufferedImage opaque;
    private int[] pixels = {};
    private int width;
    private int height;
    private int stride;

    /** Converts an image to a frame of its size, and sets the frame's colours. */
    void convert(BufferedImage image, NativeFrame frame) {
        allocate(image.getWidth(), image.getHeight());
        BufferedImage source = image.getType() == BufferedImage.TYPE_INT_RGB ? image : drawn(image);
        source.getRaster().getDataElements(0, 0, width, height, pixels);
        IntPointer to = target;
        if (to != null) {
            for (int row = 0; row < height; row++) {
                to.position((long) row * stride).put(pixels, row * width, width);
                if (stride > width) {
                    // Chroma of an odd last column is the mean of it and the one beyond.
                    to.put(width, pixels[row * width + width - 1]);
                }
            }
        }
        converter.convert(native32, frame);
    }

    @Override
    public void close() {
        converter.close();
        av_frame_free(native32);
    }

    private void allocate(int newWidth, int newHeight) {
        if (width == newWidth && height == newHeight) {
            return;
        }
        av_frame_unref(native32);
        target = null;
        native32.format(AV_PIX_FMT_BGR0).width(newWidth).height(newHeight);
        int result = av_frame_get_buffer(native32, ALIGNMENT);
        if (result < 0) {
            width = 0;
            throw new IllegalStateException(
                    "no picture of " + newWidth + "x" + newHeight + ": " + Natives.message(result));
        }
        width = newWidth;
        height = newHeight;
        stride = native32.linesize(0) / PIXEL_BYTES;
        target = new IntPointer(native32.data(0));
        pixels = new int[width * height];
        opaque = null;
    }

    private BufferedImage drawn(BufferedImage image) {
        BufferedImage canvas = opaque;
        if (canvas == null) {
            canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            opaque = canvas;
        }
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }
}

package dev.belfry.call.spi;

import dev.belfry.frame.VideoFrame;

/**
 * Turns pictures into pixels for the screen. One thread at a time; holds native memory until closed.
 *
 * @since 0.1
 */
public interface PictureScaler extends AutoCloseable {
    /**
     * Scales a whole picture to a width and height and writes its pixels, with the picture's own colour matrix and
     * range; rotation is left to the caller.
     *
     * @param rgb takes {@code 0xXXRRGGBB}, row after row without gaps; at least {@code width * height} long
     */
    void scale(VideoFrame frame, int width, int height, int[] rgb);

    @Override
    void close();
}

package dev.belfry.engine.browser;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoDecoder;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.rtc.session.RemoteTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes received pictures and reads their corners and rhythm. Decodes on one thread; is read on any. */
final class PictureReader implements AutoCloseable {
    private static final int PATCH = 8;

    private final RemoteTrack track;
    private final NativeFramePool pictures = new NativeFramePool();
    private @Nullable VideoDecoder decoder;
    private Codec codec = Codec.VP8;
    private int width;
    private int height;
    private int frames;
    private long last;
    private long longestGap;
    private Corners corners = new Corners(List.of());

    PictureReader(RemoteTrack track) {
        this.track = track;
    }

    /** Decodes a picture, and lets go of it. */
    void decode(EncodedFrame frame) {
        try {
            if (decoder == null || frame.codec() != codec) {
                close();
                codec = frame.codec();
                decoder = VideoCodecs.decoder(codec, pictures);
            }
            decoder.decode(frame, this::look);
        } catch (CallException e) {
            track.requestKeyFrame();
        } finally {
            frame.release();
        }
    }

    synchronized Seen read() {
        long gap = frames == 0 ? 0 : Math.max(longestGap, System.nanoTime() - last);
        return new Seen(track.mid(), width, height, frames, gap / 1e6, corners);
    }

    /** Counts pictures, and times between them, from now on. */
    synchronized void restart() {
        frames = 0;
        longestGap = 0;
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    private synchronized void look(VideoFrame picture) {
        long now = System.nanoTime();
        if (frames++ > 0) {
            longestGap = Math.max(longestGap, now - last);
        }
        last = now;
        width = picture.width();
        height = picture.height();
        List<List<Integer>> colours = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            colours.add(colour(picture, width * (1 + corner % 2 * 6) / 8, height * (1 + corner / 2 * 6) / 8));
        }
        corners = new Corners(colours);
    }

    /** Returns the mean colour around a point. */
    private static List<Integer> colour(VideoFrame picture, int x, int y) {
        double luma = mean(picture, 0, x, y);
        double blue = mean(picture, 1, x / 2, y / 2) - 128;
        double red = mean(picture, 2, x / 2, y / 2) - 128;
        boolean full = picture.range() == VideoFrame.Range.FULL;
        boolean high = picture.matrix() == VideoFrame.Matrix.BT709;
        double y1 = full ? luma : (luma - 16) * 255 / 219;
        double chroma = full ? 1 : 255.0 / 224;
        double kr = high ? 0.2126 : 0.299;
        double kb = high ? 0.0722 : 0.114;
        double r = y1 + 2 * (1 - kr) * red * chroma;
        double b = y1 + 2 * (1 - kb) * blue * chroma;
        double g = (y1 - kr * r - kb * b) / (1 - kr - kb);
        return List.of(level(r), level(g), level(b));
    }

    private static double mean(VideoFrame picture, int plane, int x, int y) {
        int sum = 0;
        for (int row = 0; row < PATCH; row++) {
            for (int column = 0; column < PATCH; column++) {
                int at = (y - PATCH / 2 + row) * picture.stride(plane) + x - PATCH / 2 + column;
                sum += picture.plane(plane).get(at) & 0xFF;
            }
        }
        return sum / (double) (PATCH * PATCH);
    }

    private static int level(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }
}

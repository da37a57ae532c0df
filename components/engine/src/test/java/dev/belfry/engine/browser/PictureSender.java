package dev.belfry.engine.browser;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.codec.EncoderSettings;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoEncoder;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.rtc.session.LocalTrack;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a picture with coloured corners and a moving square through a real encoder. For one thread. */
final class PictureSender implements Runnable, AutoCloseable {
    private static final int FPS = 30;
    private static final int GREY = 0x80;

    private final LocalTrack track;
    private final int width;
    private final int height;
    private final Corners corners;
    private final EncodedFramePool encoded;
    private final NativeFramePool pictures = new NativeFramePool();
    private @Nullable VideoEncoder encoder;
    private Codec codec = Codec.VP8;
    private long count;
    private volatile boolean keyFrameWanted;
    private volatile int bitrate = 300_000;

    PictureSender(LocalTrack track, int width, int height, Corners corners, EncodedFramePool encoded) {
        this.track = track;
        this.width = width;
        this.height = height;
        this.corners = corners;
        this.encoded = encoded;
    }

    /** Has the next picture be one to begin with; from any thread. */
    void wantKeyFrame() {
        keyFrameWanted = true;
    }

    /** Aims at another rate; from any thread. */
    void aimAt(long bitsPerSecond) {
        bitrate = (int) Math.min(bitsPerSecond, 1_500_000);
    }

    /** Sends the next picture. */
    @Override
    public void run() {
        List<Codec> wanted = track.codecs();
        if (wanted.isEmpty()) {
            return;
        }
        var picture = pictures.take(width, height);
        try {
            paint(picture);
            picture.setTime(System.nanoTime(), count++);
            VideoEncoder open = encoder(wanted.get(0));
            open.setBitrate(bitrate);
            boolean keyFrame = keyFrameWanted;
            keyFrameWanted = false;
            open.encode(picture, keyFrame, track::send);
        } catch (CallException e) {
            throw new IllegalStateException("no picture can be sent", e);
        } finally {
            picture.release();
        }
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
        pictures.close();
    }

    private VideoEncoder encoder(Codec wanted) throws CallException {
        if (encoder == null || wanted != codec) {
            if (encoder != null) {
                encoder.close();
            }
            codec = wanted;
            encoder = VideoCodecs.encoder(new EncoderSettings(wanted, width, height, FPS, bitrate), encoded);
        }
        return encoder;
    }

    private void paint(VideoFrame picture) {
        fill(picture, 0, 0, width, height, List.of(GREY, GREY, GREY));
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 * width * 3 / 4;
            int y = corner / 2 * height * 3 / 4;
            fill(picture, x, y, width / 4, height / 4, corners.colours().get(corner));
        }
        int x = (int) (width / 4 + count * 4 % (width / 2 - 24)) & ~1;
        fill(picture, x, height / 2 - 12, 24, 24, List.of(240, 240, 240));
    }

    /** Fills a rectangle at even coordinates with a colour, by ITU-R BT.601 in limited range. */
    private static void fill(VideoFrame picture, int x, int y, int width, int height, List<Integer> rgb) {
        double red = rgb.get(0) / 255.0;
        double green = rgb.get(1) / 255.0;
        double blue = rgb.get(2) / 255.0;
        double[] yuv = {
            16 + 65.481 * red + 128.553 * green + 24.966 * blue,
            128 - 37.797 * red - 74.203 * green + 112 * blue,
            128 + 112 * red - 93.786 * green - 18.214 * blue
        };
        for (int index = 0; index < 3; index++) {
            int half = index == 0 ? 1 : 2;
            byte[] row = new byte[width / half];
            Arrays.fill(row, (byte) Math.round(yuv[index]));
            ByteBuffer plane = picture.plane(index);
            for (int line = y / half; line < (y + height) / half; line++) {
                plane.put(line * picture.stride(index) + x / half, row);
            }
        }
    }
}

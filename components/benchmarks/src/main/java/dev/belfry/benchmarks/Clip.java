package dev.belfry.benchmarks;

import dev.belfry.frame.Codec;
import dev.belfry.media.codec.EncoderSettings;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.ByteBuffer;
import java.util.Random;

/** Two seconds of 720p in I420: a textured ground that pans, a bright square that crosses it, and a camera's noise. */
final class Clip implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int FPS = 30;
    static final int BITRATE = 2_000_000;
    static final int LENGTH = 60;

    private static final int NOISE = 1 << 16;
    private static final long SEED = 20261121;

    private final NativeFramePool pool = new NativeFramePool();
    private final NativeFrame[] frames = new NativeFrame[LENGTH];
    private final byte[] noise = new byte[NOISE];
    private int next;

    Clip() throws Exception {
        Natives.load();
        Random random = new Random(SEED);
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (byte) Math.round(random.nextGaussian() * 1.5);
        }
        for (int i = 0; i < LENGTH; i++) {
            frames[i] = pool.take(WIDTH, HEIGHT);
            drawLuma(frames[i], i, random.nextInt(NOISE));
            drawChroma(frames[i], 1, i);
            drawChroma(frames[i], 2, -i);
        }
    }

    /** Returns the next picture, over and over again; it stays the clip's. */
    NativeFrame next() {
        NativeFrame frame = frames[next];
        next = (next + 1) % LENGTH;
        return frame;
    }

    /** Returns the picture of a number, over and over again; it stays the clip's. */
    NativeFrame at(long number) {
        return frames[(int) (number % LENGTH)];
    }

    /** Returns how an encoder of Belfry's is opened for it. */
    static EncoderSettings settings(Codec codec) {
        return new EncoderSettings(codec, WIDTH, HEIGHT, FPS, BITRATE);
    }

    @Override
    public void close() {
        for (NativeFrame frame : frames) {
            frame.release();
        }
        pool.close();
    }

    private void drawLuma(NativeFrame frame, int number, int noiseStart) {
        ByteBuffer plane = frame.plane(0);
        int squareLeft = 20 * number;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int ground = 110 + (int) (50 * Math.sin((x + 2 * number) / 23.0) * Math.cos((y + number) / 31.0));
                boolean square = x >= squareLeft && x < squareLeft + 160 && y >= 280 && y < 440;
                int grain = noise[(noiseStart + y * WIDTH + x) % NOISE];
                plane.put(y * frame.stride(0) + x, (byte) ((square ? 200 : ground) + grain));
            }
        }
    }

    private static void drawChroma(NativeFrame frame, int index, int shift) {
        ByteBuffer plane = frame.plane(index);
        for (int y = 0; y < HEIGHT / 2; y++) {
            for (int x = 0; x < WIDTH / 2; x++) {
                int level = 128 + (int) (40 * Math.sin((x + shift) / 60.0) * Math.sin(y / 45.0));
                plane.put(y * frame.stride(index) + x, (byte) level);
            }
        }
    }
}

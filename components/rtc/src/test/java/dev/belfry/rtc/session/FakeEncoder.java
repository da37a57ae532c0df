package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes pictures of VP8 whose bytes are random but for the header, at a rate that it is told, key frames on request. */
final class FakeEncoder {
    private static final int KEY_FACTOR = 5;

    final List<byte[]> made = new ArrayList<>();
    private final Random random;
    private final EncodedFramePool pool;
    private final int framesPerSecond;
    private long bitsPerSecond;
    private boolean keyFrame = true;
    private long number;

    FakeEncoder(EncodedFramePool pool, int framesPerSecond, long bitsPerSecond, long seed) {
        this.pool = pool;
        this.framesPerSecond = framesPerSecond;
        this.bitsPerSecond = bitsPerSecond;
        this.random = new Random(seed);
    }

    void rate(long value) {
        bitsPerSecond = value;
    }

    void requestKeyFrame() {
        keyFrame = true;
    }

    /** Returns the next picture, held once by the caller. */
    EncodedFrame next(long captureNanos) {
        int size = (int) (bitsPerSecond / 8 / framesPerSecond);
        byte[] bytes = new byte[Math.max(20, keyFrame ? KEY_FACTOR * size : size)];
        random.nextBytes(bytes);
        bytes[0] = (byte) (keyFrame ? bytes[0] & ~1 : bytes[0] | 1);
        EncodedFrame frame = pool.take();
        ByteBuffer data = frame.start(bytes.length);
        data.put(bytes).flip();
        frame.describe(Codec.VP8, keyFrame, number * 90_000 / framesPerSecond, captureNanos, number);
        made.add(bytes);
        number++;
        keyFrame = false;
        return frame;
    }
}

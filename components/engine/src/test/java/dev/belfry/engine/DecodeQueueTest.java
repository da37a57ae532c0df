package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecodeQueueTest {
    private static final boolean KEY = true;

    private final EncodedFramePool pool = new EncodedFramePool(16);
    private final DecodeQueue queue = new DecodeQueue();

    @AfterEach
    void everyFrameIsGivenBack() throws InterruptedException {
        queue.close();
        assertThat(queue.take()).isNull();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void nothingPassesBeforeTheFirstKeyFrame() throws InterruptedException {
        assertThat(put(0, !KEY)).isTrue();
        assertThat(put(1, KEY)).isFalse();
        assertThat(put(2, !KEY)).isFalse();
        assertThat(take()).isEqualTo(1);
        assertThat(take()).isEqualTo(2);
        assertThat(queue.dropped()).isEqualTo(1);
    }

    @Test
    void nothingPassesAfterAGapBeforeTheNextKeyFrame() throws InterruptedException {
        put(0, KEY);
        assertThat(put(2, !KEY)).isTrue();
        assertThat(put(3, !KEY)).isTrue();
        assertThat(put(4, KEY)).isFalse();
        assertThat(take()).isZero();
        assertThat(take()).isEqualTo(4);
    }

    @Test
    void whenItOverflowsAllIsDroppedUpToTheNextKeyFrame() throws InterruptedException {
        boolean needsKeyFrame = put(0, KEY);
        int number = 1;
        while (!needsKeyFrame) {
            needsKeyFrame = put(number++, !KEY);
        }
        assertThat(number).isEqualTo(31);
        assertThat(queue.dropped()).isEqualTo(31);
        put(number, KEY);
        assertThat(take()).isEqualTo(number);
    }

    @Test
    void aFailedDecodeStartsOverWithAKeyFrame() throws InterruptedException {
        put(0, KEY);
        queue.restart();
        assertThat(put(1, !KEY)).isTrue();
        put(2, KEY);
        assertThat(take()).isEqualTo(2);
    }

    private boolean put(int number, boolean key) {
        EncodedFrame frame = pool.take();
        frame.start(1).put((byte) 0).flip();
        frame.describe(Codec.VP8, key, number, 0, number);
        boolean needsKeyFrame = queue.put(frame);
        frame.release();
        return needsKeyFrame;
    }

    private long take() throws InterruptedException {
        EncodedFrame frame = queue.take();
        assertThat(frame).isNotNull();
        long number = frame.sequence();
        frame.release();
        return number;
    }
}

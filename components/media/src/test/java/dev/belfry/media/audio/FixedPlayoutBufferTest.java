package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FixedPlayoutBufferTest {
    private final EncodedFramePool pool = new EncodedFramePool(16);
    private final FixedPlayoutBuffer buffer = new FixedPlayoutBuffer();
    private final List<String> played = new ArrayList<>();

    @AfterEach
    void everyPacketIsGivenBack() {
        buffer.close();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void staysSilentUntilItHoldsThreePackets() {
        put(0, 1);
        play(1);
        put(2);
        play(3);
        assertThat(played).containsExactly("idle", "0", "1", "2");
    }

    @Test
    void putsReorderedPacketsInOrder() {
        put(2, 0, 1);
        play(3);
        assertThat(played).containsExactly("0", "1", "2");
    }

    @Test
    void saysWhichPacketIsLost() {
        put(0, 1, 3, 4);
        play(4);
        assertThat(played).containsExactly("0", "1", "lost", "3");
    }

    @Test
    void dropsWhatComesTooLateOrTwice() {
        put(0, 1, 2, 2);
        play(2);
        put(0);
        play(1);
        put(3);
        play(1);
        assertThat(played).containsExactly("0", "1", "2", "3");
    }

    @Test
    void fillsUpAgainAfterItRanDry() {
        put(0, 1, 2);
        play(4);
        put(3, 4);
        play(1);
        put(5);
        play(1);
        assertThat(played).containsExactly("0", "1", "2", "idle", "idle", "3");
    }

    @Test
    void skipsAheadWhenTooMuchPilesUp() {
        put(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        play(1);
        assertThat(played).containsExactly("8");
    }

    @Test
    void jumpsOverALongGap() {
        put(0, 1, 2, 100, 101, 102);
        play(12);
        assertThat(played)
                .containsExactly("0", "1", "2", "lost", "lost", "lost", "lost", "lost", "100", "101", "102", "idle");
    }

    @Test
    void takesNothingOnceClosed() {
        buffer.close();
        put(0, 1, 2);
        play(1);
        assertThat(played).containsExactly("idle");
    }

    private void put(int... numbers) {
        for (int number : numbers) {
            EncodedFrame frame = pool.take();
            frame.start(1).put((byte) 1).flip();
            frame.describe(Codec.OPUS, true, number * 960L, 0, number);
            buffer.put(frame);
            frame.release();
        }
    }

    private void play(int times) {
        for (int i = 0; i < times; i++) {
            buffer.next(new PlayoutBuffer.Output() {
                @Override
                public void packet(EncodedFrame frame) {
                    played.add(Long.toString(frame.sequence()));
                }

                @Override
                public void lost() {
                    played.add("lost");
                }

                @Override
                public void idle() {
                    played.add("idle");
                }
            });
        }
    }
}

package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        assertThat(played).containsExactly("0", "1", "lost before 3", "3");
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
    void losesNothingWhenTheSenderStopsForATenthOfASecond() {
        put(0, 1, 2);
        play(5);
        put(3, 4, 5, 6, 7);
        play(5);
        assertThat(played).containsExactly("0", "1", "2", "lost", "lost", "3", "4", "5", "6", "7");
        assertThat(buffer.target()).isEqualTo(5);
    }

    @Test
    void bearsTheNextStopOfATenthOfASecondWithoutAGap() {
        put(0, 1, 2);
        play(5);
        put(3, 4, 5, 6, 7);
        play(5);
        put(8, 9, 10, 11, 12);
        assertThat(played).doesNotContain("12").containsOnlyOnce("7");
        played.clear();
        play(5);
        assertThat(played).containsExactly("8", "9", "10", "11", "12");
    }

    @Test
    void holdsBackTwoHundredMillisecondsAtMost() {
        put(0, 1, 2);
        play(15);
        put(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        played.clear();
        play(3);
        assertThat(played).containsExactly("8", "9", "10");
        assertThat(buffer.target()).isEqualTo(FixedPlayoutBuffer.MAX_TARGET);
    }

    @Test
    void doesNotGoBackBehindWhatWasHeard() {
        put(0, 2, 3);
        play(3);
        put(1, 4);
        play(2);
        assertThat(played).containsExactly("0", "lost before 2", "2", "3", "4");
        assertThat(buffer.target()).isEqualTo(FixedPlayoutBuffer.TARGET);
    }

    @Test
    void holdsBackLessAgainAfterTenCalmSeconds() {
        put(0, 1, 2);
        play(5);
        put(3, 4, 5, 6, 7);
        for (int number = 8; number < 608; number++) {
            put(number);
            play(1);
        }
        assertThat(buffer.target()).isEqualTo(4);
        for (int number = 608; number < 2_008; number++) {
            put(number);
            play(1);
        }
        assertThat(buffer.target()).isEqualTo(FixedPlayoutBuffer.TARGET);
        assertThat(played).last().isEqualTo("2004");
        assertThat(played.stream().filter(each -> each.startsWith("lost"))).hasSize(2);
        assertThat(played).doesNotContain("idle");
    }

    @Test
    void fallsSilentWhenNothingComes() {
        put(0, 1, 2);
        play(3);
        played.clear();
        play(30);
        assertThat(played)
                .startsWith("lost", "lost", "lost", "lost", "lost", "idle")
                .hasSize(30);
        assertThat(played.subList(5, 30)).containsOnly("idle");
        played.clear();
        put(40, 41);
        play(1);
        put(42);
        play(1);
        assertThat(played).containsExactly("idle", "40");
    }

    @Test
    void jumpsOverALongGap() {
        put(0, 1, 2, 100, 101, 102);
        play(32);
        assertThat(played).endsWith("idle", "100", "101", "102").doesNotContain("103");
    }

    @Test
    void startsOverWhenEverythingComesLate() {
        put(0, 1, 2);
        play(20);
        played.clear();
        for (int number = 3; number < 40; number++) {
            put(number - 3 < 17 ? number - 3 : number - 20);
            play(1);
        }
        assertThat(played).contains("10");
    }

    @Test
    void skipsAPacketWhenMoreThanNeededWaitsForASecond() {
        put(0, 1, 2, 3, 4, 5, 6, 7, 8);
        for (int number = 9; number < 9 + 60; number++) {
            play(1);
            put(number);
        }
        play(1);
        assertThat(played).doesNotContain("lost", "idle").last().isEqualTo("61");
    }

    @Test
    void skipsAheadWhenFarTooMuchPilesUp() {
        for (int number = 0; number <= 50; number++) {
            put(number);
        }
        play(1);
        assertThat(played).containsExactly("48");
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
                public void lost(@Nullable EncodedFrame following) {
                    played.add(following == null ? "lost" : "lost before " + following.sequence());
                }

                @Override
                public void idle() {
                    played.add("idle");
                }
            });
        }
    }
}

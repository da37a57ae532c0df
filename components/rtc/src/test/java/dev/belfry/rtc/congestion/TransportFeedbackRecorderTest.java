package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtcp.RtcpHandler;
import dev.belfry.rtc.rtcp.RtcpReader;
import dev.belfry.rtc.rtcp.RtcpWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransportFeedbackRecorderTest {
    private static final long MILLI = 1_000_000;

    private final TransportFeedbackRecorder recorder = new TransportFeedbackRecorder();
    private final RtcpWriter writer = new RtcpWriter();
    private final Packet packet = new PacketPool().take();
    private int feedbacks;

    @Test
    void feedback_is_due_100_ms_after_the_first_and_50_ms_when_there_is_much() {
        assertThat(recorder.dueNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(feedback()).isEmpty();
        recorder.received(1, 7 * MILLI);
        recorder.received(2, 9 * MILLI);
        assertThat(recorder.dueNanos()).isEqualTo(107 * MILLI);
        for (int i = 3; i < 30; i++) {
            recorder.received(i, 10 * MILLI);
        }
        assertThat(recorder.dueNanos()).isEqualTo(57 * MILLI);
        feedback();
        assertThat(recorder.dueNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_came_and_what_is_missing_is_told_once_across_the_wrap() {
        recorder.received(65_534, 0);
        recorder.received(65_535, MILLI);
        recorder.received(1, 3 * MILLI);
        assertThat(feedback()).containsExactly("65534 at 0", "65535 at 1000", "0 missing", "1 at 3000");
        assertThat(feedback()).isEmpty();
        recorder.received(3, 5 * MILLI);
        assertThat(feedback()).containsExactly("2 missing", "3 at 5000");
        assertThat(feedbacks).isEqualTo(2);
    }

    @Test
    void one_that_comes_late_is_told_of_with_those_behind_it() {
        recorder.received(10, 0);
        recorder.received(12, 2 * MILLI);
        feedback();
        recorder.received(11, 4 * MILLI);
        recorder.received(13, 5 * MILLI);
        assertThat(feedback()).containsExactly("11 at 4000", "12 at 2000", "13 at 5000");
    }

    @Test
    void one_that_comes_twice_is_told_of_as_it_came_first() {
        recorder.received(1, 0);
        recorder.received(1, MILLI);
        assertThat(feedback()).containsExactly("1 at 0");
        recorder.received(1, 2 * MILLI);
        assertThat(feedback()).isEmpty();
    }

    @Test
    void much_is_told_in_several_feedbacks() {
        for (int i = 0; i < 2000; i++) {
            recorder.received(i, i * 70L * MILLI);
        }
        List<String> told = new ArrayList<>();
        for (List<String> some = feedback(); !some.isEmpty(); some = feedback()) {
            told.addAll(some);
        }
        assertThat(told).hasSize(2000).startsWith("0 at 0").endsWith("1999 at 139930000");
        assertThat(feedbacks).isGreaterThan(3);
        assertThat(recorder.dueNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_pause_of_more_than_a_delta_can_say_begins_another_feedback() {
        recorder.received(1, 0);
        recorder.received(2, 20_000 * MILLI);
        assertThat(feedback()).containsExactly("1 at 0");
        assertThat(feedback()).containsExactly("2 at 20000000");
    }

    @Test
    void a_leap_of_the_numbers_starts_anew() {
        recorder.received(1, 0);
        recorder.received(20_000, MILLI);
        assertThat(feedback()).containsExactly("20000 at 1000");
        recorder.received(5, 2 * MILLI);
        recorder.received(6, 3 * MILLI);
        assertThat(feedback()).containsExactly("5 at 2000", "6 at 3000");
    }

    @Test
    void without_room_nothing_is_forgotten() {
        recorder.received(1, 0);
        packet.clear();
        writer.start(packet, 20);
        assertThat(recorder.write(writer, 1, 2)).isFalse();
        assertThat(feedback()).containsExactly("1 at 0");
    }

    @Test
    void whatever_numbers_come_it_stays_bounded_and_tells_the_truth() {
        Random random = new Random(5);
        long now = 0;
        int number = 0;
        for (int i = 0; i < 30_000; i++) {
            number = random.nextInt(50) == 0 ? random.nextInt(65_536) : (number + random.nextInt(40) - 15) & 0xFFFF;
            now += random.nextInt(20) * MILLI;
            recorder.received(number, now);
            if (now >= recorder.dueNanos()) {
                for (int rounds = 0; ; rounds++) {
                    assertThat(rounds).isLessThan(200);
                    List<String> told = feedback();
                    if (told.isEmpty()) {
                        break;
                    }
                    assertThat(told).hasSizeLessThanOrEqualTo(2048);
                }
            }
        }
        recorder.received(100, now);
        recorder.received(101, now + MILLI);
        assertThat(feedback()).endsWith("101 at " + ((now + MILLI) / 1000) % ((1L << 24) * 64_000) / 250 * 250);
    }

    @Test
    void recording_allocates_nothing() {
        int[] number = {0};
        RtcpHandler nobody = new RtcpHandler() {};
        RtcpReader reader = new RtcpReader();
        assertThat(Allocation.of(5000, () -> {
                    for (int i = 0; i < 30; i++) {
                        number[0]++;
                        if (number[0] % 9 != 0) {
                            recorder.received(number[0] & 0xFFFF, number[0] * 3L * MILLI);
                        }
                    }
                    packet.clear();
                    writer.start(packet, 1200);
                    recorder.write(writer, 1, 2);
                    reader.read(packet, nobody);
                }))
                .isLessThan(10_000);
    }

    private List<String> feedback() {
        packet.clear();
        writer.start(packet, 1200);
        List<String> told = new ArrayList<>();
        if (!recorder.write(writer, 1, 2)) {
            return told;
        }
        boolean read = new RtcpReader().read(packet, new RtcpHandler() {
            @Override
            public void transportFeedback(long sender, long media, int base, int count, int feedbackNumber) {
                assertThat(feedbackNumber).isEqualTo(feedbacks & 0xFF);
                feedbacks++;
            }

            @Override
            public void packetReceived(int transportSequence, long arrivalMicros) {
                told.add(transportSequence + " at " + arrivalMicros);
            }

            @Override
            public void packetMissing(int transportSequence) {
                told.add(transportSequence + " missing");
            }
        });
        assertThat(read).isTrue();
        return told;
    }
}

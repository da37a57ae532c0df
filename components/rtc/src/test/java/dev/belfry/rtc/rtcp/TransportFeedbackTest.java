package dev.belfry.rtc.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes are laid out by hand from the figures of draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1. */
class TransportFeedbackTest {
    private static final long MISSING = Long.MIN_VALUE;
    private static final long CLOCK_MICROS = (1L << 24) * 64_000;

    private final Packet packet = new PacketPool().take();
    private final RtcpWriter writer = new RtcpWriter();

    @Test
    void a_run_is_one_chunk() {
        assertThat(write(5, 100, 64_000, 65_000, 66_000, 67_000)).isEqualTo(4);
        // base 100, 4 packets; reference 1 * 64 ms, feedback 5; run of 4 small; deltas of 0, 4, 4, 4 times 250 us
        assertThat(Told.hex(packet))
                .isEqualTo("8fcd0006" + "0000000a0000000b" + "00640004" + "00000105" + "2004" + "00040404" + "0000");
        assertThat(Told.of(packet))
                .containsExactly(
                        "TCC a b base 100 count 4 number 5",
                        "100 at 64000",
                        "101 at 65000",
                        "102 at 66000",
                        "103 at 67000",
                        "true");
    }

    @Test
    void a_mixture_of_missing_and_small_is_a_vector_of_fourteen() {
        assertThat(write(0, 65_535, 0, MISSING, 1000, MISSING, MISSING, 2000, 3000, MISSING, 4000))
                .isEqualTo(9);
        // 1 0 | 1 0 1 0 0 1 1 0 1 and five to fill up
        assertThat(Told.hex(packet))
                .isEqualTo("8fcd0006" + "0000000a0000000b" + "ffff0009" + "00000000" + "a9a0" + "0004040404" + "00");
        assertThat(Told.of(packet))
                .containsExactly(
                        "TCC a b base 65535 count 9 number 0",
                        "65535 at 0",
                        "0 missing",
                        "1 at 1000",
                        "2 missing",
                        "3 missing",
                        "4 at 2000",
                        "5 at 3000",
                        "6 missing",
                        "7 at 4000",
                        "true");
    }

    @Test
    void long_and_backward_steps_are_a_vector_of_seven() {
        assertThat(write(255, 1, 0, 100_000, MISSING, 99_000)).isEqualTo(4);
        // 1 1 | 01 10 00 10 and three to fill up; deltas 0, 400 and -4
        assertThat(Told.hex(packet))
                .isEqualTo("8fcd0006" + "0000000a0000000b" + "00010004" + "000000ff" + "d880" + "00" + "0190" + "fffc"
                        + "00");
        assertThat(Told.of(packet))
                .containsExactly(
                        "TCC a b base 1 count 4 number 255",
                        "1 at 0",
                        "2 at 100000",
                        "3 missing",
                        "4 at 99000",
                        "true");
    }

    @Test
    void what_chromium_writes_is_read() {
        // padded by three bytes, and said to be; one-bit vector; chunk of a run of missing ones
        assertThat(Told.of(Told.packet("afcd0006 00000001 6b8b4567 0001 0012 000002 07 0004 b800 04080c 01")))
                .startsWith("TCC 1 6b8b4567 base 1 count 18 number 7", "1 missing", "2 missing")
                .contains("5 at 129000", "6 at 131000", "7 at 134000", "8 missing", "18 missing")
                .hasSize(20);
    }

    @Test
    void the_reference_time_wraps() {
        write(0, 0, CLOCK_MICROS - 1000, CLOCK_MICROS + 2000);
        assertThat(Told.of(packet)).contains("0 at " + (CLOCK_MICROS - 1000), "1 at 2000");
        packet.clear();
        write(0, 0, -1000);
        assertThat(Told.of(packet)).contains("0 at " + (CLOCK_MICROS - 1000));
    }

    @Test
    void roundings_do_not_add_up() {
        long[] arrivals = new long[500];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = i * 333L;
        }
        assertThat(write(0, 0, arrivals)).isEqualTo(500);
        assertThat(Told.of(packet)).contains("499 at " + 499 * 333 / 250 * 250);
    }

    @Test
    void it_ends_before_a_step_that_is_too_long() {
        assertThat(write(0, 7, 0, 1000, MISSING, 9_000_000, 9_001_000)).isEqualTo(3);
        assertThat(Told.of(packet)).endsWith("9 missing", "true");
    }

    @Test
    void it_ends_where_there_is_no_more_room() {
        long[] arrivals = new long[1000];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = i * 1000L;
        }
        writer.start(packet, 200);
        int told = writer.transportFeedback(10, 11, 0, 0, arrivals, arrivals.length);
        assertThat(told).isEqualTo(200 - 12 - 8 - 2);
        assertThat(packet.length()).isEqualTo(200);
        assertThat(Told.of(packet)).hasSize(told + 2);

        packet.clear();
        writer.start(packet, 200);
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = i % 3 == 0 ? MISSING : i * 1000L;
        }
        told = writer.transportFeedback(10, 11, 0, 0, arrivals, arrivals.length);
        assertThat(told).isBetween(180, 240);
        assertThat(packet.length()).isLessThanOrEqualTo(200);
        assertThat(Told.of(packet)).hasSize(told + 2);
    }

    @Test
    void whatever_came_is_read_as_it_was_written() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int count = 1 + random.nextInt(300);
            double loss = random.nextInt(4) / 4.0 * random.nextDouble();
            int step = 1 + random.nextInt(round % 3 == 0 ? 200_000 : 5000);
            long[] arrivals = new long[count];
            long time = random.nextInt(1_000_000_000);
            for (int i = 0; i < count; i++) {
                time += random.nextInt(step) - (random.nextInt(20) == 0 ? step / 2 : 0);
                arrivals[i] = random.nextDouble() < loss ? MISSING : time;
            }
            int base = random.nextInt(65_536);
            packet.clear();
            int told = write(round & 0xFF, base, arrivals);
            assertThat(told).isPositive();
            List<String> expected = new ArrayList<>();
            expected.add("TCC a b base %d count %d number %d".formatted(base, told, round & 0xFF));
            for (int i = 0; i < told; i++) {
                int number = (base + i) & 0xFFFF;
                expected.add(
                        arrivals[i] == MISSING
                                ? number + " missing"
                                : number + " at " + Math.floorDiv(arrivals[i], 250L) * 250);
            }
            expected.add("true");
            assertThat(Told.of(packet)).isEqualTo(expected);
        }
    }

    private int write(int feedbackNumber, int base, long... arrivals) {
        writer.start(packet, 1200);
        return writer.transportFeedback(10, 11, feedbackNumber, base, arrivals, arrivals.length);
    }
}

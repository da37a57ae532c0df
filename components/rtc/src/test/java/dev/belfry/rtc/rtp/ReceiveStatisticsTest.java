package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import org.junit.jupiter.api.Test;

class ReceiveStatisticsTest {
    private static final long MILLI = 1_000_000;

    private final Packet packet = Samples.withPayload(new PacketPool(), "0102030405");
    private final ReceiveStatistics statistics = new ReceiveStatistics(48_000);
    private final RtpPacket view = new RtpPacket();

    @Test
    void nothing_received_is_nothing_lost() {
        assertThat(statistics.packetsLost()).isZero();
        assertThat(statistics.takeFractionLost()).isZero();
        assertThat(statistics.packetsReceived()).isZero();
        assertThat(statistics.lastArrivalNanos()).isZero();
    }

    @Test
    void losses_are_counted_across_a_wrap_and_in_256ths_of_each_interval() {
        for (int sequence = 65_500; sequence < 65_600; sequence++) {
            if (sequence % 4 != 0) {
                receive(sequence);
            }
        }
        // The first came as 65,501, the last as 65,599; of these 99 numbers those divisible by four are missing.
        assertThat(statistics.extendedHighestSequence()).isEqualTo(65_599);
        assertThat(statistics.packetsReceived()).isEqualTo(75);
        assertThat(statistics.packetsLost()).isEqualTo(24);
        assertThat(statistics.takeFractionLost()).isEqualTo(24 * 256 / 99);
        receive(65_600);
        assertThat(statistics.takeFractionLost()).isZero();
        assertThat(statistics.packetsLost()).isEqualTo(24);
        receive(65_603);
        assertThat(statistics.takeFractionLost()).isEqualTo(2 * 256 / 3);
    }

    @Test
    void packets_out_of_order_are_not_lost_and_doubles_count_as_received() {
        for (int sequence : new int[] {10, 12, 11, 13, 13}) {
            receive(sequence);
        }
        assertThat(statistics.packetsLost()).isEqualTo(-1);
        assertThat(statistics.extendedHighestSequence()).isEqualTo(13);
        assertThat(statistics.takeFractionLost()).isZero();
    }

    @Test
    void one_packet_far_off_changes_nothing_and_two_in_a_row_start_over() {
        receive(10);
        receive(12);
        receive(30_000);
        assertThat(statistics.extendedHighestSequence()).isEqualTo(12);
        assertThat(statistics.packetsLost()).isOne();
        receive(30_001);
        assertThat(statistics.extendedHighestSequence()).isEqualTo(30_001);
        receive(30_002);
        assertThat(statistics.packetsLost()).isOne();
        assertThat(statistics.takeFractionLost()).isZero();
    }

    @Test
    void bytes_are_counted_apart_from_headers() {
        receive(1);
        receive(2);
        assertThat(statistics.bytesReceived()).isEqualTo(10);
        assertThat(statistics.headerBytesReceived()).isEqualTo(24);
    }

    @Test
    void even_spacing_is_no_jitter() {
        for (int i = 0; i < 100; i++) {
            receive(i, i * 960L, 7_000_000_000_000L + i * 20L * MILLI);
        }
        assertThat(statistics.jitter()).isZero();
        assertThat(statistics.jitterSeconds()).isZero();
        assertThat(statistics.lastArrivalNanos()).isEqualTo(7_000_000_000_000L + 99 * 20 * MILLI);
    }

    /** Appendix A.8: the mean of the changes in transit time, here 10 ms each. */
    @Test
    void jitter_tends_to_the_mean_change_of_the_transit_time_across_a_wrap_of_timestamps() {
        for (int i = 0; i < 500; i++) {
            receive(i, 0xffff_0000L + i * 960L, (i * 20L + (i % 2) * 10L) * MILLI);
        }
        assertThat(statistics.jitter()).isCloseTo(480, within(15L));
        assertThat(statistics.jitterSeconds()).isCloseTo(0.01, within(0.0005));
    }

    @Test
    void the_packets_of_one_frame_that_come_one_by_one_are_no_jitter() {
        for (int i = 0; i < 300; i++) {
            receive(i, i / 3 * 960L, (i / 3 * 20L + i % 3 * 4L) * MILLI);
        }
        assertThat(statistics.jitter()).isZero();
    }

    private void receive(int sequence) {
        receive(sequence, sequence * 960L, sequence * 20L * MILLI);
    }

    private void receive(int sequence, long timestamp, long arrivalNanos) {
        view.read(packet);
        view.sequence(sequence);
        view.timestamp(timestamp);
        statistics.received(view, arrivalNanos);
    }
}

package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryMonitorTest {
    private static final long MILLI = 1_000_000;
    private static final long CLOCK_MICROS = (1L << 24) * 64_000;

    private final SendTarget target = new SendTarget(new RoundTripTime(), 50_000, 300_000, 2_500_000);
    private final DeliveryMonitor monitor = new DeliveryMonitor(target);
    private long now;
    private int told;

    @Test
    void packets_are_numbered_through_the_wrap() {
        assertThat(monitor.number(100, 0)).isZero();
        for (int i = 1; i < 65_536; i++) {
            monitor.number(100, i);
        }
        assertThat(monitor.number(100, 70_000)).isZero();
    }

    @Test
    void what_arrives_is_measured_by_the_receivers_clock_across_its_wrap() {
        long clock = CLOCK_MICROS - 500_000;
        for (int i = 0; i < 100; i++) {
            send(10, 1250);
            // 10 packets of 1250 bytes in 100 ms
            tell(10, clock + i * 100_000L, 10_000);
        }
        assertThat((double) monitor.deliveredBitsPerSecond()).isCloseTo(1e6, within(0.05e6));
        assertThat(monitor.queueNanos()).isLessThan(MILLI);
    }

    @Test
    void a_trip_that_grows_longer_is_a_queue() {
        for (int i = 0; i < 40; i++) {
            send(10, 1000);
            tell(10, i * 100_000L + (i > 20 ? 80_000 : 0), 0);
        }
        assertThat((double) monitor.queueNanos()).isCloseTo(80 * MILLI, within(1.0 * MILLI));
    }

    @Test
    void a_longer_way_is_no_queue_after_ten_seconds() {
        for (int i = 0; i < 160; i++) {
            send(10, 1000);
            tell(10, i * 100_000L + (i > 20 ? 80_000 : 0), 0);
        }
        assertThat(monitor.queueNanos()).isLessThan(MILLI);
    }

    @Test
    void what_is_missing_is_lost() {
        for (int i = 0; i < 30; i++) {
            int first = send(10, 1000);
            monitor.now(now);
            monitor.transportFeedback(1, 2, first, 10, i);
            for (int j = 0; j < 10; j++) {
                if (j < 4) {
                    monitor.packetMissing(first + j);
                } else {
                    monitor.packetReceived(first + j, i * 100_000L);
                }
            }
        }
        assertThat(target.bitsPerSecond()).isLessThan(200_000);
    }

    @Test
    void feedback_on_what_was_never_sent_does_no_harm() {
        Random random = new Random(1);
        send(10, 1000);
        for (int i = 0; i < 1000; i++) {
            int count = 1 + random.nextInt(300);
            monitor.now(now);
            monitor.transportFeedback(1, 2, 0, count, i & 0xFF);
            for (int j = 0; j < count; j++) {
                if (random.nextBoolean()) {
                    monitor.packetReceived(random.nextInt(65_536), random.nextLong(CLOCK_MICROS));
                } else {
                    monitor.packetMissing(random.nextInt(65_536));
                }
            }
        }
        assertThat(target.bitsPerSecond()).isBetween(50_000L, 2_500_000L);
    }

    @Test
    void it_allocates_nothing() {
        long[] clock = {0};
        assertThat(Allocation.of(5000, () -> {
                    send(10, 1000);
                    tell(10, clock[0] += 100_000, 1000);
                }))
                .isLessThan(10_000);
    }

    private int send(int count, int bytes) {
        int first = monitor.number(bytes, now);
        for (int i = 1; i < count; i++) {
            monitor.number(bytes, now + i * 10L * MILLI);
        }
        now += 100 * MILLI;
        return first;
    }

    private void tell(int count, long arrivalMicros, long spacing) {
        monitor.now(now);
        monitor.transportFeedback(1, 2, told, count, 0);
        for (int i = 0; i < count; i++) {
            monitor.packetReceived(told, (arrivalMicros + i * spacing) % CLOCK_MICROS);
            told = (told + 1) & 0xFFFF;
        }
    }
}

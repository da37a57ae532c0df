package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.congestion.Pacer.Priority;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long MILLI = 1_000_000;
    /** Half of it is sent in 16 ms at 2.5 times the rate. */
    private static final int LENGTH = 1000;

    private final PacketPool pool = new PacketPool();
    private final List<Integer> sent = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 5 * MILLI;
    private int asked;
    private final Pacer pacer = new Pacer(this::sent, 200_000);

    @AfterEach
    void nothing_is_left_behind() {
        pacer.close();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void pictures_are_spread_at_two_and_a_half_times_the_rate() {
        for (int i = 0; i < 51; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        runFor(1000);
        assertThat(sent).hasSize(51).isSorted();
        // 500 kbit/s: a packet each 16 ms, the second 10 ms early
        for (int i = 2; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(15 * MILLI, 17 * MILLI);
        }
    }

    @Test
    void a_burst_is_as_long_as_10_ms_take() {
        pacer.rate(4_000_000, now);
        for (int i = 0; i < 100; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        pacer.send(now);
        // 10 Mbit/s: 12.5 kB in 10 ms
        assertThat(sent.size()).isBetween(12, 14);
    }

    @Test
    void time_without_packets_saves_nothing_up() {
        pacer.send(now);
        now += 10_000 * MILLI;
        for (int i = 0; i < 20; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        pacer.send(now);
        assertThat(sent).hasSize(1);
    }

    @Test
    void it_says_when_the_next_may_leave() {
        assertThat(pacer.send(now)).isEqualTo(Long.MAX_VALUE);
        add(1, Priority.PICTURES, true);
        add(2, Priority.PICTURES, false);
        long due = pacer.send(now);
        assertThat(due).isBetween(now + 6 * MILLI, now + 7 * MILLI);
        pacer.send(due - 2);
        assertThat(sent).containsExactly(1);
        assertThat(pacer.send(due)).isEqualTo(Long.MAX_VALUE);
        assertThat(sent).containsExactly(1, 2);
    }

    @Test
    void sound_leaves_at_once_and_resent_packets_go_before_pictures() {
        add(1, Priority.PICTURES, true);
        add(2, Priority.PICTURES, false);
        add(3, Priority.RESENT, false);
        add(4, Priority.SOUND, true);
        pacer.send(now);
        add(5, Priority.SOUND, true);
        pacer.send(now);
        assertThat(sent).containsExactly(4, 5);
        runFor(100);
        assertThat(sent).containsExactly(4, 5, 3, 1, 2);
    }

    @Test
    void sound_counts_and_yet_starves_no_pictures() {
        for (int i = 0; i < 40; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        // 200 of 500 kbit/s are sound
        for (int i = 0; i < 25; i++) {
            add(100 + i, Priority.SOUND, true);
            runFor(40);
        }
        long pictures = sent.stream().filter(number -> number < 100).count();
        assertThat(pictures).isBetween(36L, 39L);
    }

    @Test
    void a_long_flood_of_sound_is_forgotten_soon() {
        for (int i = 0; i < 1000; i++) {
            add(i, Priority.SOUND, true);
        }
        add(-1, Priority.PICTURES, true);
        pacer.send(now);
        assertThat(sent).hasSize(1000);
        runFor(500);
        assertThat(sent).endsWith(-1);
    }

    @Test
    void when_pictures_wait_too_long_frames_are_refused_up_to_a_key_frame() {
        FrameGate gate = pacer.newGate(() -> asked++);
        assertThat(gate.admits(true)).isTrue();
        for (int i = 0; i < 70; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        assertThat(gate.admits(false)).as("1.1 s wait").isFalse();
        runFor(600);
        assertThat(gate.admits(true)).as("half a second waits, still").isFalse();
        assertThat(asked).isZero();
        runFor(400);
        assertThat(asked).isOne();
        assertThat(gate.admits(false)).as("what follows on a frame left out").isFalse();
        assertThat(gate.admits(true)).isTrue();
        assertThat(gate.admits(false)).isTrue();
        assertThat(gate.refused()).isEqualTo(3);
        runFor(1000);
        assertThat(asked).isOne();
    }

    @Test
    void a_gate_that_refused_nothing_needs_no_key_frame() {
        FrameGate refusing = pacer.newGate(() -> asked++);
        FrameGate idle = pacer.newGate(() -> asked += 100);
        for (int i = 0; i < 70; i++) {
            add(i, Priority.PICTURES, i == 0);
        }
        refusing.admits(false);
        idle.close();
        runFor(2000);
        assertThat(asked).isOne();
    }

    @Test
    void when_the_rate_falls_what_waits_behind_the_frame_under_way_is_dropped() {
        FrameGate gate = pacer.newGate(() -> asked++);
        for (int i = 0; i < 60; i++) {
            add(i, Priority.PICTURES, i % 10 == 0);
        }
        runFor(50);
        int before = sent.size();
        pacer.rate(50_000, now);
        runFor(3000);
        assertThat(before).isBetween(3, 5);
        assertThat(sent).hasSize(10).isSorted();
        assertThat(pacer.dropped()).isEqualTo(50);
        assertThat(asked).isOne();
        assertThat(gate.admits(false)).isFalse();
        assertThat(gate.admits(true)).isTrue();
    }

    @Test
    void a_new_rate_holds_for_what_was_sent_already() {
        add(1, Priority.PICTURES, true);
        add(2, Priority.PICTURES, false);
        long before = pacer.send(now) - now;
        pacer.rate(400_000, now);
        long after = pacer.send(now) - now;
        // 16 ms less a burst of 10, and half of 16 less 10: at once
        assertThat(before).isBetween(6 * MILLI, 7 * MILLI);
        assertThat(after).isEqualTo(Long.MAX_VALUE - now);
        assertThat(sent).containsExactly(1, 2);
    }

    @Test
    void what_waits_is_released_when_it_closes() {
        for (Priority priority : Priority.values()) {
            add(1, priority, true);
        }
        assertThat(pacer.waiting()).isEqualTo(3);
        pacer.close();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void pacing_allocates_nothing() {
        Pacer quiet = new Pacer(Packet::release, 1_000_000);
        FrameGate gate = quiet.newGate(() -> asked++);
        long[] time = {0};
        Runnable frame = () -> {
            gate.admits(false);
            for (int i = 0; i < 5; i++) {
                Packet packet = pool.take();
                packet.range(packet.offset(), 800);
                quiet.add(packet, i == 0 ? Priority.SOUND : Priority.PICTURES, i == 1);
            }
            for (int i = 0; i < 33; i++) {
                time[0] += MILLI;
                quiet.send(time[0]);
            }
        };
        assertThat(Allocation.of(5000, frame)).isLessThan(10_000);
    }

    private void runFor(int millis) {
        for (int i = 0; i < millis; i++) {
            pacer.send(now);
            now += MILLI;
        }
    }

    private void add(int number, Priority priority, boolean startsFrame) {
        Packet packet = pool.take();
        packet.range(packet.offset(), LENGTH);
        packet.arrivedAt(number);
        pacer.add(packet, priority, startsFrame);
    }

    private void sent(Packet packet) {
        sent.add((int) packet.arrivalNanos());
        times.add(now);
        packet.release();
    }
}

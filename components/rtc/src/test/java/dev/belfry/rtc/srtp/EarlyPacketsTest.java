package dev.belfry.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyPacketsTest {
    private final PacketPool pool = new PacketPool();
    private final EarlyPackets early = new EarlyPackets();

    @Test
    void they_come_out_in_order() {
        List<Packet> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Packet packet = pool.take();
            expected.add(packet);
            assertThat(early.add(packet)).isTrue();
        }
        List<Packet> drained = new ArrayList<>();
        early.drainTo(drained::add);
        assertThat(drained).isEqualTo(expected);
        early.drainTo(drained::add);
        assertThat(drained).hasSize(10);
    }

    @Test
    void a_flood_is_dropped_at_its_end() {
        Packet first = pool.take();
        early.add(first);
        for (int i = 0; i < 10_000; i++) {
            early.add(pool.take());
        }
        assertThat(pool.outstanding()).isLessThan(1_000);
        assertThat(early.add(pool.take())).isFalse();
        List<Packet> drained = new ArrayList<>();
        early.drainTo(drained::add);
        assertThat(drained).startsWith(first);
    }

    @Test
    void what_was_not_taken_is_released() {
        early.add(pool.take());
        early.close();
        assertThat(pool.outstanding()).isZero();
    }
}

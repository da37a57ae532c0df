package dev.belfry.rtc.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacketPoolTest {
    private final PacketPool pool = new PacketPool();

    @Test
    void a_released_packet_is_used_again_empty() {
        Packet first = pool.take();
        first.set(new byte[] {1, 2, 3}, 1, 2);
        first.arrivedAt(5);
        first.release();

        Packet second = pool.take();

        assertThat(second).isSameAs(first);
        assertThat(second.length()).isZero();
        assertThat(second.arrivalNanos()).isZero();
    }

    @Test
    void what_is_out_is_counted() {
        Packet packet = pool.take();
        packet.retain();
        packet.release();
        assertThat(pool.outstanding()).isOne();
        packet.release();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void nothing_is_kept_once_closed() {
        Packet packet = pool.take();
        pool.close();
        packet.release();
        assertThat(pool.take()).isNotSameAs(packet);
    }

    @Test
    void a_datagram_that_is_too_long_is_not_taken() {
        Packet packet = pool.take();
        packet.set(new byte[] {7}, 0, 1);
        assertThat(packet.set(new byte[Packet.MAX_LENGTH + 1], 0, Packet.MAX_LENGTH + 1))
                .isFalse();
        assertThat(packet.length()).isOne();
        assertThat(packet.set(new byte[Packet.MAX_LENGTH], 0, Packet.MAX_LENGTH))
                .isTrue();
        assertThat(packet.end()).isEqualTo(packet.offset() + Packet.MAX_LENGTH);
    }

    @Test
    void a_range_outside_of_the_array_is_refused() {
        Packet packet = pool.take();
        assertThatThrownBy(() -> packet.range(0, packet.bytes().length + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}

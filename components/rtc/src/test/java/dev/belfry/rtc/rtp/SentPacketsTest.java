package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SentPacketsTest {
    private final PacketPool packets = new PacketPool();
    private final SentPackets history = new SentPackets(packets);
    private final RtpPacket view = new RtpPacket();

    @Test
    void a_packet_is_given_as_it_was_before_it_was_encrypted_in_place() {
        Packet packet = send(7, "0102");
        packet.bytes()[packet.end() - 1] = 99;
        view.read(Objects.requireNonNull(history.find(7)));
        assertThat(view.sequence()).isEqualTo(7);
        assertThat(view.bytes()[view.payloadOffset() + 1]).isEqualTo((byte) 2);
    }

    @Test
    void one_never_sent_is_not_given() {
        send(7, "01");
        assertThat(history.find(8)).isNull();
        assertThat(history.find(7 + SentPackets.CAPACITY)).isNull();
        history.keep(Samples.packet(packets, "00"));
        assertThat(history.find(0)).isNull();
    }

    @Test
    void the_oldest_makes_room_for_the_newest_across_the_wrap() {
        for (int i = 65_000; i < 65_000 + SentPackets.CAPACITY + 1; i++) {
            send(i, "01").release();
        }
        assertThat(history.find(65_000)).isNull();
        assertThat(history.find(65_001)).isNotNull();
        assertThat(history.find((65_000 + SentPackets.CAPACITY) & 0xffff)).isNotNull();
        assertThat(packets.outstanding()).isEqualTo(SentPackets.CAPACITY);
    }

    @Test
    void nothing_is_held_once_closed() {
        send(7, "01").release();
        history.close();
        assertThat(packets.outstanding()).isZero();
        assertThat(history.find(7)).isNull();
    }

    private Packet send(int sequence, String payload) {
        Packet packet = Samples.withPayload(packets, payload);
        view.read(packet);
        view.sequence(sequence);
        history.keep(packet);
        return packet;
    }
}

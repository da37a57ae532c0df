package dev.belfry.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {
    private static final int SSRC = 0x11223344;

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void what_one_side_protects_the_other_reads(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        SrtpReceiver receiver = receiver(profile);
        for (int ssrc = 1; ssrc <= 20; ssrc++) {
            for (int number = 0; number < 20; number++) {
                Packet packet = Rtp.rtp(ssrc, number);
                byte[] plain = Rtp.bytes(packet);
                assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
                byte[] sealed = Rtp.bytes(packet);
                assertThat(sealed).hasSize(plain.length + profile.tagLength()).startsWith(Arrays.copyOf(plain, 12));
                assertThat(Arrays.mismatch(sealed, plain)).isBetween(12, 15);
                assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
                assertThat(Rtp.bytes(packet)).isEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void reports_are_protected_too(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        SrtpReceiver receiver = receiver(profile);
        for (int i = 0; i < 20; i++) {
            Packet packet = Rtp.rtcp(SSRC);
            byte[] plain = Rtp.bytes(packet);
            assertThat(sender.protectRtcp(packet)).isEqualTo(SrtpOutcome.OK);
            assertThat(packet.length()).isEqualTo(plain.length + profile.tagLength() + 4);
            byte[] sealed = Rtp.bytes(packet);
            assertThat(receiver.unprotectRtcp(packet)).isEqualTo(SrtpOutcome.OK);
            assertThat(Rtp.bytes(packet)).isEqualTo(plain);
            assertThat(receiver.unprotectRtcp(Rtp.packet(sealed))).isEqualTo(SrtpOutcome.REPLAYED);
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void numbers_roll_over_and_late_packets_still_count(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        SrtpReceiver receiver = receiver(profile);
        byte[] late = {};
        for (int i = 0; i < 140_000; i++) {
            Packet packet = Rtp.rtp(SSRC, (65_000 + i) & 0xffff);
            assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            if (i == 500) {
                late = Rtp.bytes(packet);
            } else {
                assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            }
            packet.release();
            if (i == 1_000) {
                // the counter has rolled over in between
                assertThat(receiver.unprotectRtp(Rtp.packet(late))).isEqualTo(SrtpOutcome.OK);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void a_packet_counts_once(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        SrtpReceiver receiver = receiver(profile);
        byte[][] sealed = new byte[1_100][];
        for (int i = 0; i < sealed.length; i++) {
            Packet packet = Rtp.rtp(SSRC, i);
            assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            sealed[i] = Rtp.bytes(packet);
            if (i != 50) {
                assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            }
            packet.release();
        }
        for (byte[] bytes : sealed) {
            // one of these never came, yet is too old to tell
            Packet again = Rtp.packet(bytes);
            assertThat(receiver.unprotectRtp(again)).isEqualTo(SrtpOutcome.REPLAYED);
            assertThat(Rtp.bytes(again)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void nothing_is_encrypted_twice_under_one_number(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        assertThat(sender.protectRtp(Rtp.rtp(SSRC, 7))).isEqualTo(SrtpOutcome.OK);
        Packet again = Rtp.rtp(SSRC, 7);
        byte[] plain = Rtp.bytes(again);
        assertThat(sender.protectRtp(again)).isEqualTo(SrtpOutcome.REPLAYED);
        assertThat(Rtp.bytes(again)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void a_changed_bit_anywhere_is_noticed(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        Packet rtp = Rtp.rtp(SSRC, 9);
        Packet rtcp = Rtp.rtcp(SSRC);
        assertThat(sender.protectRtp(rtp)).isEqualTo(SrtpOutcome.OK);
        assertThat(sender.protectRtcp(rtcp)).isEqualTo(SrtpOutcome.OK);
        SrtpReceiver receiver = receiver(profile);
        for (int bit = 0; bit < 8 * rtp.length(); bit++) {
            byte[] changed = flipped(Rtp.bytes(rtp), bit);
            Packet packet = Rtp.packet(changed);
            assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.FAILED);
            assertThat(Rtp.bytes(packet)).isEqualTo(changed);
        }
        for (int bit = 0; bit < 8 * rtcp.length(); bit++) {
            assertThat(receiver.unprotectRtcp(Rtp.packet(flipped(Rtp.bytes(rtcp), bit))))
                    .isEqualTo(SrtpOutcome.FAILED);
        }
        assertThat(receiver.unprotectRtp(rtp)).isEqualTo(SrtpOutcome.OK);
        assertThat(receiver.unprotectRtcp(rtcp)).isEqualTo(SrtpOutcome.OK);
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void made_up_sources_do_not_displace_a_genuine_one(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        SrtpReceiver receiver = receiver(profile);
        for (int i = 0; i < 5_000; i++) {
            Packet forged = Rtp.rtp(i, 1);
            assertThat(receiver.unprotectRtp(forged)).isEqualTo(SrtpOutcome.FAILED);
            forged.release();
        }
        Packet genuine = Rtp.rtp(SSRC, 1);
        assertThat(sender.protectRtp(genuine)).isEqualTo(SrtpOutcome.OK);
        assertThat(receiver.unprotectRtp(genuine)).isEqualTo(SrtpOutcome.OK);
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void there_are_no_more_sources_than_a_call_can_have(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        for (int i = 0; i < Sources.MAX; i++) {
            assertThat(sender.protectRtp(Rtp.rtp(i, 1))).isEqualTo(SrtpOutcome.OK);
        }
        assertThat(sender.protectRtp(Rtp.rtp(Sources.MAX, 1))).isEqualTo(SrtpOutcome.FAILED);
        assertThat(sender.protectRtp(Rtp.rtp(Sources.MAX - 1, 2))).isEqualTo(SrtpOutcome.OK);
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void garbage_is_refused(SrtpProfile profile) {
        SrtpReceiver receiver = receiver(profile);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            Packet packet = Rtp.packet(bytes);
            assertThat(receiver.unprotectRtp(packet)).isNotEqualTo(SrtpOutcome.OK);
            assertThat(receiver.unprotectRtcp(packet)).isNotEqualTo(SrtpOutcome.OK);
            packet.release();
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void what_is_no_packet_is_not_sent(SrtpProfile profile) {
        SrtpSender sender = sender(profile);
        assertThat(sender.protectRtp(Rtp.packet(new byte[20]))).isEqualTo(SrtpOutcome.FAILED);
        assertThat(sender.protectRtp(Rtp.packet(new byte[] {(byte) 0x80}))).isEqualTo(SrtpOutcome.FAILED);
        assertThat(sender.protectRtcp(Rtp.packet(new byte[] {(byte) 0x80}))).isEqualTo(SrtpOutcome.FAILED);
        byte[] longExtension = new byte[20];
        longExtension[0] = (byte) 0x90;
        longExtension[15] = 50;
        assertThat(sender.protectRtp(Rtp.packet(longExtension))).isEqualTo(SrtpOutcome.FAILED);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return bytes;
    }

    private static SrtpSender sender(SrtpProfile profile) {
        return new SrtpSender(Rtp.keys(profile, true));
    }

    private static SrtpReceiver receiver(SrtpProfile profile) {
        return new SrtpReceiver(Rtp.keys(profile, false));
    }
}

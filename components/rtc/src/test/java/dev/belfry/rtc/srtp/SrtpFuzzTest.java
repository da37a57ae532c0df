package dev.belfry.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.rtc.packet.Packet;
import java.util.Arrays;

class SrtpFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void what_the_peer_did_not_protect_is_refused(byte[] input) {
        byte[] bytes = Arrays.copyOf(input, Math.min(input.length, Packet.MAX_LENGTH));
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpReceiver receiver = new SrtpReceiver(Rtp.keys(profile, false));
            Packet packet = Rtp.packet(bytes);
            assertThat(receiver.unprotectRtp(packet)).isNotEqualTo(SrtpOutcome.OK);
            assertThat(receiver.unprotectRtcp(packet)).isNotEqualTo(SrtpOutcome.OK);
            assertThat(Rtp.bytes(packet)).isEqualTo(bytes);
            packet.release();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void what_can_be_protected_can_be_read(byte[] input) {
        byte[] bytes = Arrays.copyOf(input, Math.min(input.length, Packet.MAX_LENGTH));
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpSender sender = new SrtpSender(Rtp.keys(profile, true));
            SrtpReceiver receiver = new SrtpReceiver(Rtp.keys(profile, false));
            Packet rtp = Rtp.packet(bytes);
            assertThat(receiver.unprotectRtp(rtp) == SrtpOutcome.OK).isFalse();
            if (sender.protectRtp(rtp) == SrtpOutcome.OK) {
                assertThat(receiver.unprotectRtp(rtp)).isEqualTo(SrtpOutcome.OK);
            }
            assertThat(Rtp.bytes(rtp)).isEqualTo(bytes);
            if (sender.protectRtcp(rtp) == SrtpOutcome.OK) {
                assertThat(receiver.unprotectRtcp(rtp)).isEqualTo(SrtpOutcome.OK);
            }
            assertThat(Rtp.bytes(rtp)).isEqualTo(bytes);
            rtp.release();
        }
    }
}

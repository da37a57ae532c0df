package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Map;

class HeaderFuzzTest {
    private final PacketPool packets = new PacketPool();
    private final RtpPacket view = new RtpPacket();

    @FuzzTest(maxDuration = "10m")
    void any_bytes_are_a_packet_or_none(byte[] input) {
        Packet packet = Samples.packet(packets, input);
        PacketKind.of(packet);
        if (view.read(packet)) {
            assertThat(view.headerLength() + view.payloadLength() + view.paddingLength())
                    .isEqualTo(packet.length());
            for (int i = 0; i < view.csrcCount(); i++) {
                view.csrc(i);
            }
            for (int id = 1; id < 256; id++) {
                readExtension(id);
            }
        }
        packet.release();
    }

    private void readExtension(int id) {
        int position = view.extension(id);
        if (position < 0) {
            return;
        }
        assertThat(ExtensionBlock.offset(position)).isGreaterThan(view.offset());
        assertThat(ExtensionBlock.offset(position) + ExtensionBlock.length(position))
                .isLessThanOrEqualTo(view.payloadOffset());
        if (id == 15) {
            return;
        }
        for (HeaderExtension extension : HeaderExtension.values()) {
            HeaderExtensionMap map = new HeaderExtensionMap(Map.of(extension, id));
            map.mid(view);
            map.absCaptureTime(view);
            map.audioLevel(view);
            map.isSpeech(view);
            map.absSendTime(view);
            map.transportSequence(view);
        }
    }
}

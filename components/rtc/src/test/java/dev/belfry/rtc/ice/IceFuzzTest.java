package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ice4j.message.Message;

class IceFuzzTest {
    private static final IceCredentials LOCAL = new IceCredentials("evtj", "VOkJxbRl1RmTxUk/WvJxBt");

    private final PacketPool packets = new PacketPool();

    @FuzzTest(maxDuration = "10m")
    void any_candidate_is_read_or_refused(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            IceCandidate candidate = IceCandidate.parse(text);
            assertThat(IceCandidate.parse(candidate.toAttribute())).isEqualTo(candidate);
            assertThat(candidate.port()).isBetween(0, 65_535);
        } catch (RtcException e) {
            assertThat(e.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION);
        }
    }

    /** The bytes are what a hostile peer puts between USERNAME and MESSAGE-INTEGRITY: it has the password. */
    @FuzzTest(maxDuration = "10m")
    void what_the_guard_lets_through_ice4j_can_read(byte[] input) throws Exception {
        StunGuard guard = new StunGuard(LOCAL);
        assertThat(guard.check(input, 0, input.length)).isEqualTo(StunGuard.Verdict.DROP);
        byte[] message = signed(input);
        if (guard.check(message, 0, message.length) != StunGuard.Verdict.DROP) {
            Message decoded = Message.decode(message, 0, message.length);
            assertThat(decoded.getTransactionID()).hasSize(StunBytes.TRANSACTION_ID_LENGTH);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void what_a_relay_sends_is_unwrapped_or_dropped(byte[] input) {
        TurnChannel[] channels = {new TurnChannel(new InetSocketAddress("192.0.2.1", 5000), 0x4000)};
        Packet packet = packets.take();
        packet.set(input, 0, Math.min(input.length, Packet.MAX_LENGTH));
        if (input.length > 0 && RelayedData.unwrap(packet, channels) != null) {
            assertThat(packet.length()).isBetween(0, Math.min(input.length, Packet.MAX_LENGTH));
        }
        packet.release();
    }

    private static byte[] signed(byte[] attributes) {
        return StunMessages.message(
                StunBytes.BINDING_REQUEST,
                LOCAL.password(),
                StunMessages.attribute(StunBytes.USERNAME, "evtj:h6vY".getBytes(StandardCharsets.US_ASCII)),
                StunMessages.attribute(StunBytes.PRIORITY, (byte) 0x6e, (byte) 0, (byte) 1, (byte) 0xff),
                Arrays.copyOf(attributes, Math.min(attributes.length & ~3, 1200)));
    }
}

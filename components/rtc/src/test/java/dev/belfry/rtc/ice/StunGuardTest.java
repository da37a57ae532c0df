package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The messages are those of RFC 5769 sections 2.1 and 2.2, whose short-term key is "VOkJxbRl1RmTxUk/WvJxBt". */
class StunGuardTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final String REQUEST = "000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74"
            + "002400046e0001ff"
            + "80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020"
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
            + "80280004e57a3bcf";
    private static final String RESPONSE = "0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
            + "80280004c07d4c96";

    @Test
    void a_check_for_us_with_our_password_passes() {
        StunGuard guard = new StunGuard(new IceCredentials("evtj", PASSWORD));
        assertThat(check(guard, bytes(REQUEST))).isEqualTo(StunGuard.Verdict.REQUEST);
    }

    @Test
    void a_check_names_the_peer_as_soon_as_it_is_known() {
        IceCredentials local = new IceCredentials("evtj", PASSWORD);
        StunGuard guard = new StunGuard(local);
        guard.remote(local, new IceCredentials("h6vY", PASSWORD));
        assertThat(check(guard, bytes(REQUEST))).isEqualTo(StunGuard.Verdict.REQUEST);
        guard.remote(local, new IceCredentials("h6vX", PASSWORD));
        assertThat(check(guard, bytes(REQUEST))).isEqualTo(StunGuard.Verdict.DROP);
    }

    @Test
    void a_check_for_somebody_else_is_dropped() {
        assertThat(check(new StunGuard(new IceCredentials("evtk", PASSWORD)), bytes(REQUEST)))
                .isEqualTo(StunGuard.Verdict.DROP);
        assertThat(check(new StunGuard(new IceCredentials("evtj", PASSWORD + "x")), bytes(REQUEST)))
                .isEqualTo(StunGuard.Verdict.DROP);
    }

    @Test
    void an_answer_passes_with_the_peers_password_alone() {
        IceCredentials local = new IceCredentials("h6vY", "anything that is long enough");
        StunGuard guard = new StunGuard(local);
        assertThat(check(guard, bytes(RESPONSE))).isEqualTo(StunGuard.Verdict.DROP);
        guard.remote(local, new IceCredentials("evtj", PASSWORD));
        assertThat(check(guard, bytes(RESPONSE))).isEqualTo(StunGuard.Verdict.RESPONSE);
        guard.remote(local, new IceCredentials("evtj", PASSWORD + "x"));
        assertThat(check(guard, bytes(RESPONSE))).isEqualTo(StunGuard.Verdict.DROP);
    }

    @Test
    void no_bit_may_be_turned_and_no_byte_be_missing() {
        StunGuard guard = new StunGuard(new IceCredentials("evtj", PASSWORD));
        byte[] message = bytes(REQUEST);
        for (int i = 0; i < message.length; i++) {
            byte[] forged = message.clone();
            forged[i] ^= 0x40;
            assertThat(check(guard, forged)).as("byte " + i).isEqualTo(StunGuard.Verdict.DROP);
            assertThat(guard.check(message, 0, i)).as("length " + i).isEqualTo(StunGuard.Verdict.DROP);
        }
    }

    @Test
    void a_check_without_integrity_is_dropped() {
        StunGuard guard = new StunGuard(new IceCredentials("evtj", PASSWORD));
        byte[][] attributes = {
            StunMessages.attribute(StunBytes.USERNAME, "evtj:h6vY".getBytes(StandardCharsets.US_ASCII)),
            StunMessages.attribute(StunBytes.PRIORITY, (byte) 0x6e, (byte) 0, (byte) 1, (byte) 0xff)
        };
        assertThat(check(guard, StunMessages.message(StunBytes.BINDING_REQUEST, PASSWORD, attributes)))
                .isEqualTo(StunGuard.Verdict.REQUEST);
        byte[] message = StunMessages.message(StunBytes.BINDING_REQUEST, null, attributes);
        assertThat(StunBytes.isFingerprintRight(message, 0, message.length)).isTrue();
        assertThat(check(guard, message)).isEqualTo(StunGuard.Verdict.DROP);
    }

    /** Over a short one ice4j reads what follows from the wrong place. */
    @Test
    void an_ipv6_address_that_java_takes_for_a_shorter_one_is_dropped() {
        StunGuard guard = new StunGuard(new IceCredentials("evtj", PASSWORD));
        assertThat(check(guard, withMappedAddress("0002 1f90 20010db8 00000000 00000000 00000001")))
                .isEqualTo(StunGuard.Verdict.REQUEST);
        assertThat(check(guard, withMappedAddress("0002 1f90 00000000 00000000 0000ffff c0000201")))
                .isEqualTo(StunGuard.Verdict.DROP);
        assertThat(check(guard, withMappedAddress("0001 1f90 c0000201"))).isEqualTo(StunGuard.Verdict.REQUEST);
    }

    private static byte[] withMappedAddress(String value) {
        return StunMessages.message(
                StunBytes.BINDING_REQUEST,
                PASSWORD,
                StunMessages.attribute(StunBytes.USERNAME, "evtj:h6vY".getBytes(StandardCharsets.US_ASCII)),
                StunMessages.attribute(StunBytes.PRIORITY, (byte) 0x6e, (byte) 0, (byte) 1, (byte) 0xff),
                StunMessages.attribute(0x0001, bytes(value.replace(" ", ""))));
    }

    private static StunGuard.Verdict check(StunGuard guard, byte[] message) {
        return guard.check(message, 0, message.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

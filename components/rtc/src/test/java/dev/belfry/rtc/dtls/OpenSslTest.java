package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpOutcome;
import dev.belfry.rtc.srtp.SrtpProfile;
import dev.belfry.rtc.srtp.SrtpReceiver;
import dev.belfry.rtc.srtp.SrtpSender;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handshake with an implementation by others, in both roles, with either profile. */
@Timeout(60)
class OpenSslTest {
    private final DtlsIdentity identity = DtlsIdentity.generate(new SecureRandom(), Instant.now());

    @TempDir
    private Path folder;

    @BeforeAll
    static void isThere() {
        assumeTrue(OpenSsl.isInstalled(), "openssl is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "SRTP_AEAD_AES_128_GCM:SRTP_AES128_CM_SHA1_80, AEAD_AES_128_GCM",
        "SRTP_AES128_CM_SHA1_80, AES_CM_128_HMAC_SHA1_80"
    })
    void it_serves(String offered, SrtpProfile expected) throws Exception {
        try (OpenSsl openSsl = new OpenSsl(folder);
                Peer peer = new Peer(identity)) {
            openSsl.serve(offered);
            peer.connect(DtlsRole.CLIENT, openSsl.fingerprint(), openSsl::send);
            openSsl.pump(peer.transport());
            peer.start();
            try (SrtpKeys keys = peer.awaitKeys()) {
                assertThat(keys.profile()).isEqualTo(expected);
                assertSameKeys(keys, openSsl.awaitLine("Keying material:"), false);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM, AEAD_AES_128_GCM",
        "SRTP_AES128_CM_SHA1_80, AES_CM_128_HMAC_SHA1_80"
    })
    void it_is_served(String offered, SrtpProfile expected) throws Exception {
        try (OpenSsl openSsl = new OpenSsl(folder);
                Peer peer = new Peer(identity)) {
            peer.connect(DtlsRole.SERVER, openSsl.fingerprint(), openSsl::send);
            openSsl.pump(peer.transport());
            peer.start();
            openSsl.connect(offered);
            try (SrtpKeys keys = peer.awaitKeys()) {
                assertThat(keys.profile()).isEqualTo(expected);
                assertSameKeys(keys, openSsl.awaitLine("Keying material:"), true);
            }
        }
    }

    @ParameterizedTest
    @CsvSource("SRTP_AEAD_AES_128_GCM")
    void its_farewell_is_heard(String offered) throws Exception {
        try (OpenSsl openSsl = new OpenSsl(folder);
                Peer peer = new Peer(identity)) {
            peer.connect(DtlsRole.SERVER, openSsl.fingerprint(), openSsl::send);
            openSsl.pump(peer.transport());
            peer.start();
            openSsl.connect(offered);
            peer.awaitKeys().close();
            openSsl.endInput();
            assertThat(peer.farewell.get(Peer.PATIENCE, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What is protected with the keys that OpenSSL printed can be read, and the other way round. */
    private static void assertSameKeys(SrtpKeys keys, String printed, boolean openSslIsClient) {
        byte[] exported = HexFormat.of().parseHex(printed);
        try (SrtpKeys theirs = SrtpKeys.split(keys.profile(), exported, openSslIsClient)) {
            assertUnderstood(new SrtpSender(keys), new SrtpReceiver(theirs));
            assertUnderstood(new SrtpSender(theirs), new SrtpReceiver(keys));
        }
    }

    private static void assertUnderstood(SrtpSender sender, SrtpReceiver receiver) {
        byte[] rtp = {(byte) 0x80, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 10, 20, 30};
        Packet packet = new PacketPool().take();
        packet.set(rtp, 0, rtp.length);
        assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
        assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
    }
}

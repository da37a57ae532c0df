package dev.belfry.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import java.security.GeneralSecurityException;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.LoggerImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packets go to and from an implementation by others. */
class JitsiTest {
    private static final int SSRC = 0xcafe0001;

    @BeforeAll
    static void spareTheComparisonOfProviders() {
        Aes.setFactoryClassName("SunJCE");
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void it_reads_what_is_protected_here(SrtpProfile profile) throws GeneralSecurityException {
        SrtpSender sender = new SrtpSender(Rtp.keys(profile, true));
        SrtpContextFactory factory = factory(false, profile);
        SrtpCryptoContext rtp = factory.deriveContext(SSRC, 0);
        SrtcpCryptoContext rtcp = factory.deriveControlContext(SSRC);
        for (int i = 0; i < 200; i++) {
            Packet packet = Rtp.rtp(SSRC, (65_436 + i) & 0xffff);
            byte[] plain = Rtp.bytes(packet);
            assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            assertThat(rtp.reverseTransformPacket(new PacketBuffer(packet), false))
                    .isEqualTo(SrtpErrorStatus.OK);
            assertThat(Rtp.bytes(packet)).isEqualTo(plain);

            Packet report = Rtp.rtcp(SSRC);
            byte[] plainReport = Rtp.bytes(report);
            assertThat(sender.protectRtcp(report)).isEqualTo(SrtpOutcome.OK);
            assertThat(rtcp.reverseTransformPacket(new PacketBuffer(report))).isEqualTo(SrtpErrorStatus.OK);
            assertThat(Rtp.bytes(report)).isEqualTo(plainReport);
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void what_it_protects_is_read_here(SrtpProfile profile) throws GeneralSecurityException {
        SrtpReceiver receiver = new SrtpReceiver(Rtp.keys(profile, false));
        SrtpContextFactory factory = factory(true, profile);
        SrtpCryptoContext rtp = factory.deriveContext(SSRC, 0);
        SrtcpCryptoContext rtcp = factory.deriveControlContext(SSRC);
        for (int i = 0; i < 200; i++) {
            Packet packet = Rtp.rtp(SSRC, (65_436 + i) & 0xffff);
            byte[] plain = Rtp.bytes(packet);
            assertThat(rtp.transformPacket(new PacketBuffer(packet))).isEqualTo(SrtpErrorStatus.OK);
            assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
            assertThat(Rtp.bytes(packet)).isEqualTo(plain);

            Packet report = Rtp.rtcp(SSRC);
            byte[] plainReport = Rtp.bytes(report);
            assertThat(rtcp.transformPacket(new PacketBuffer(report))).isEqualTo(SrtpErrorStatus.OK);
            assertThat(receiver.unprotectRtcp(report)).isEqualTo(SrtpOutcome.OK);
            assertThat(Rtp.bytes(report)).isEqualTo(plainReport);
        }
    }

    /** Returns contexts under the keys that the client sends with. */
    private static SrtpContextFactory factory(boolean sender, SrtpProfile profile) {
        SrtpKeys keys = Rtp.keys(profile, true);
        SrtpPolicy policy = profile == SrtpProfile.AEAD_AES_128_GCM
                ? new SrtpPolicy(SrtpPolicy.AESGCM_ENCRYPTION, 16, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, 12)
                : new SrtpPolicy(SrtpPolicy.AESCM_ENCRYPTION, 16, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, 10, 14);
        return new SrtpContextFactory(
                sender, keys.localKey(), keys.localSalt(), policy, policy, new LoggerImpl("srtp"));
    }
}

package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.jspecify.annotations.Nullable;

/**
 * What client and server do alike in one handshake: who the peer must be, which profile is taken, what the keys are. Used
 * by the handshake's thread alone until that hands over.
 */
final class Handshake {
    private static final byte[] NO_MKI = {};

    private final DtlsIdentity identity;
    private final List<Fingerprint> expected;
    private final Duration limit;
    private @Nullable SrtpProfile profile;
    private @Nullable SrtpKeys keys;
    private int cipherSuite = CipherSuite.TLS_NULL_WITH_NULL_NULL;

    /**
     * Takes what the descriptions say.
     *
     * @param expected one or more fingerprints, of which those by the strongest function count (RFC 8122 section 5)
     */
    Handshake(DtlsIdentity identity, List<Fingerprint> expected, Duration limit) {
        int strongest = expected.stream().mapToInt(Fingerprint::strength).max().orElseThrow();
        this.identity = identity;
        this.expected = expected.stream()
                .filter(fingerprint -> fingerprint.strength() == strongest)
                .toList();
        this.limit = limit;
    }

    DtlsIdentity identity() {
        return identity;
    }

    int limitMillis() {
        return (int) limit.toMillis();
    }

    /** DTLS 1.2 alone; 1.3 is not needed, and 1.0 is not safe. */
    static ProtocolVersion[] versions() {
        return ProtocolVersion.DTLSv12.only();
    }

    /** Forward secrecy and authenticated encryption; by ECDSA as browsers do, or RSA as some media servers do. */
    static int[] cipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        };
    }

    /**
     * Checks that the peer is the one of the description.
     *
     * @throws TlsFatalAlert if it shows no certificate, or another
     */
    void checkPeer(@Nullable Certificate peer) throws IOException {
        if (peer == null || peer.isEmpty()) {
            throw refused(AlertDescription.bad_certificate, "the peer showed no certificate");
        }
        byte[] der = peer.getCertificateAt(0).getEncoded();
        boolean matches = false;
        for (Fingerprint fingerprint : expected) {
            matches |= fingerprint.matches(der);
        }
        if (!matches) {
            throw refused(AlertDescription.bad_certificate, "the peer is not the one of the description");
        }
    }

    TlsCredentialedSigner signer(TlsContext context) {
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                identity.crypto(),
                identity.privateKey(),
                identity.certificate(),
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }

    /** Returns what is offered as a client. */
    static UseSRTPData offer() {
        return new UseSRTPData(
                Arrays.stream(SrtpProfile.values()).mapToInt(SrtpProfile::id).toArray(), NO_MKI);
    }

    /** Takes the best of what a client offers, and returns the answer. */
    UseSRTPData choose(@Nullable UseSRTPData offered) throws IOException {
        if (offered != null) {
            for (SrtpProfile candidate : SrtpProfile.values()) {
                if (contains(offered.getProtectionProfiles(), candidate.id())) {
                    profile = candidate;
                    return new UseSRTPData(new int[] {candidate.id()}, NO_MKI);
                }
            }
        }
        throw refused(AlertDescription.handshake_failure, "the peer offers no known way to encrypt media");
    }

    /** Takes what a server chose. */
    void chosen(@Nullable UseSRTPData answer) throws IOException {
        if (answer == null || answer.getProtectionProfiles().length != 1 || answer.getMki().length != 0) {
            throw refused(AlertDescription.illegal_parameter, "the peer chose no way to encrypt media");
        }
        profile = SrtpProfile.ofId(answer.getProtectionProfiles()[0]);
        if (profile == null) {
            throw refused(AlertDescription.illegal_parameter, "the peer chose what was not offered");
        }
    }

    /** Returns IANA's name of the cipher suite, once the handshake is complete. */
    String cipherSuite() {
        return switch (cipherSuite) {
            case CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 -> "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
            case CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 ->
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256";
            case CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 -> "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
            case CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 -> "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
            case CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 ->
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
            case CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 -> "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
            default -> throw new IllegalStateException("a suite that was not offered: " + cipherSuite);
        };
    }

    /** Exports the keys: they can be had at this moment alone. */
    void complete(TlsContext context) throws IOException {
        SrtpProfile agreed = profile;
        if (agreed == null) {
            throw refused(AlertDescription.internal_error, "no way to encrypt media was agreed on");
        }
        int length = 2 * (SrtpProfile.KEY_LENGTH + agreed.saltLength());
        byte[] exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length);
        try {
            keys = SrtpKeys.split(agreed, exported, !context.isServer());
            cipherSuite = context.getSecurityParametersConnection().getCipherSuite();
        } finally {
            Arrays.fill(exported, (byte) 0);
        }
    }

    /** Returns the keys, once, to whoever closes them. */
    SrtpKeys takeKeys() throws IOException {
        SrtpKeys taken = keys;
        keys = null;
        if (taken == null) {
            throw refused(AlertDescription.internal_error, "no keys were agreed on");
        }
        return taken;
    }

    /** Overwrites keys that nobody took. */
    void discard() {
        SrtpKeys left = keys;
        keys = null;
        if (left != null) {
            left.close();
        }
    }

    private static TlsFatalAlert refused(short alert, String why) {
        return new TlsFatalAlert(alert, why, new RtcException(RtcException.Reason.NOT_SECURE, why));
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }
}

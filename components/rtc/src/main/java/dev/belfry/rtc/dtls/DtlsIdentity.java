package dev.belfry.rtc.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Who this side is for one call: a key pair on the curve P-256 and a certificate that it signed itself. It says nothing
 * of the user, and it is not kept. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class DtlsIdentity {
    /** Clocks differ; nobody checks these dates but some media servers. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Duration AFTER = Duration.ofDays(30);
    private static final int SERIAL_BITS = 127;

    private final BcTlsCrypto crypto;
    private final AsymmetricKeyParameter privateKey;
    private final Certificate certificate;
    private final Fingerprint fingerprint;

    private DtlsIdentity(BcTlsCrypto crypto, AsymmetricKeyParameter privateKey, byte[] der) throws IOException {
        this.crypto = crypto;
        this.privateKey = privateKey;
        this.certificate = new Certificate(new TlsCertificate[] {crypto.createCertificate(der)});
        this.fingerprint = Fingerprint.ofCertificate(der);
    }

    /**
     * Makes an identity. It takes a few milliseconds, and some hundred the first time in a process: not for the thread of
     * the user interface.
     *
     * @param random also used for the handshakes made with this identity
     */
    public static DtlsIdentity generate(SecureRandom random, Instant now) {
        BcTlsCrypto crypto = new BcTlsCrypto(random);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(ECNamedCurveTable.getOID("P-256"), ECNamedCurveTable.getByName("P-256")),
                random));
        AsymmetricCipherKeyPair keys = generator.generateKeyPair();
        try {
            return new DtlsIdentity(crypto, keys.getPrivate(), sign(keys, random, now));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate just made is well formed", e);
        }
    }

    private static byte[] sign(AsymmetricCipherKeyPair keys, SecureRandom random, Instant now)
            throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=WebRTC");
        X509v3CertificateBuilder builder = new BcX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(0),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(AFTER)),
                name,
                keys.getPublic());
        var signature = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        var digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
        return builder.build(new BcECContentSignerBuilder(signature, digest).build(keys.getPrivate()))
                .getEncoded();
    }

    /** Returns the SHA-256 fingerprint, for the session description. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    AsymmetricKeyParameter privateKey() {
        return privateKey;
    }

    Certificate certificate() {
        return certificate;
    }
}

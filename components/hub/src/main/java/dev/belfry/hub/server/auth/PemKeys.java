package dev.belfry.hub.server.auth;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.StringReader;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads public keys in PEM (RFC 7468). */
final class PemKeys {
    private PemKeys() {}

    static JWK publicKey(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object object = parser.readObject();
            if (object instanceof X509CertificateHolder certificate) {
                return key(certificate.getSubjectPublicKeyInfo());
            }
            if (object instanceof SubjectPublicKeyInfo info) {
                return key(info);
            }
            throw new IllegalArgumentException("this is neither a public key nor a certificate in PEM");
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no PEM", e);
        }
    }

    private static JWK key(SubjectPublicKeyInfo info) throws IOException {
        if (info.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)) {
            byte[] raw = info.getPublicKeyData().getOctets();
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
        }
        if (new JcaPEMKeyConverter().getPublicKey(info) instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).build();
        }
        throw new IllegalArgumentException("a public key is an RSA key or an Ed25519 key");
    }
}

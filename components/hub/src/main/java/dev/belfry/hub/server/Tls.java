package dev.belfry.hub.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The certificate and private key that a hub shows. Immutable.
 *
 * @since 0.1
 */
public final class Tls {
    private final KeyStore keys;
    private final String password;

    private Tls(KeyStore keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /**
     * Returns the certificate and key of a key store.
     *
     * @param file in PKCS#12 or JKS
     * @param password of the store and of the key in it
     * @throws IOException if the file cannot be read
     */
    public static Tls keyStore(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(in, password.toCharArray());
            return new Tls(keys, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("this is no key store: " + file, e);
        }
    }

    /**
     * Returns a certificate and key in PEM (RFC 7468).
     *
     * @param certificates the hub's certificate, followed by those that vouch for it
     * @param privateKey not encrypted
     * @throws IOException if one of the files cannot be read
     */
    public static Tls pem(Path certificates, Path privateKey) throws IOException {
        try (InputStream in = Files.newInputStream(certificates)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            String password = UUID.randomUUID().toString();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("hub", key(privateKey), password.toCharArray(), chain);
            return new Tls(keys, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("these are no certificates: " + certificates, e);
        }
    }

    SslContextFactory.Server contexts() {
        SslContextFactory.Server contexts = new SslContextFactory.Server();
        contexts.setKeyStore(keys);
        contexts.setKeyStorePassword(password);
        contexts.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return contexts;
    }

    private static PrivateKey key(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(in)) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
                if (object instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
            throw new IOException("there is no private key that is not encrypted in " + file);
        }
    }
}

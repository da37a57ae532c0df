package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.Assertions;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    private Path directory;

    private KeyPair keys;
    private X509Certificate certificate;

    @BeforeEach
    void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        certificate = selfSigned(keys, "SHA256withECDSA");
    }

    @Test
    void a_hub_shows_the_certificate_of_its_pem_files() throws Exception {
        Path chain = pem("chain.pem", certificate);
        assertServes(Tls.pem(chain, pem("key.pem", new JcaPKCS8Generator(keys.getPrivate(), null))));
    }

    @Test
    void a_key_may_be_in_the_traditional_form() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair rsa = generator.generateKeyPair();
        certificate = selfSigned(rsa, "SHA256withRSA");
        Path key = pem("pkcs1.pem", rsa.getPrivate());
        assertThat(key).content().contains("BEGIN RSA PRIVATE KEY");
        assertServes(Tls.pem(pem("chain.pem", certificate), key));
    }

    @Test
    void a_hub_shows_the_certificate_of_its_key_store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("hub", keys.getPrivate(), "secret".toCharArray(), new Certificate[] {certificate});
        Path file = directory.resolve("hub.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        assertServes(Tls.keyStore(file, "secret"));
        assertThatIOException().isThrownBy(() -> Tls.keyStore(file, "wrong"));
    }

    @Test
    void what_holds_no_key_is_refused() throws Exception {
        Path chain = pem("chain.pem", certificate);
        assertThatIOException().isThrownBy(() -> Tls.pem(chain, chain));
        assertThatIOException().isThrownBy(() -> Tls.pem(directory.resolve("none"), chain));
    }

    private void assertServes(Tls tls) throws Exception {
        try (HubServer hub = HubServer.builder().tls(tls).start()) {
            assertThat(hub.uri().getScheme()).isEqualTo("https");
            HttpRequest health =
                    HttpRequest.newBuilder(hub.uri().resolve("/health")).build();
            HttpClient trusting = HttpClient.newBuilder().sslContext(trusting()).build();
            assertThat(trusting.send(health, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"status\":\"up\"}");
            Assertions.assertThatThrownBy(
                            () -> HttpClient.newHttpClient().send(health, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private Path pem(String name, Object content) throws IOException {
        Path file = directory.resolve(name);
        try (Writer out = Files.newBufferedWriter(file);
                JcaPEMWriter writer = new JcaPEMWriter(out)) {
            writer.writeObject(content);
        }
        return file;
    }

    private static X509Certificate selfSigned(KeyPair keys, String algorithm) throws Exception {
        X500Name name = new X500Name("CN=hub");
        Instant now = Instant.now();
        PrivateKey signer = keys.getPrivate();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofHours(1))),
                                Date.from(now.plus(Duration.ofHours(1))),
                                name,
                                keys.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
                        .build(new JcaContentSignerBuilder(algorithm).build(signer)));
    }
}

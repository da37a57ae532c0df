package dev.belfry.hub.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.hub.service.InMemoryDirectory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] OWN = "the hub's own secret, 32 bytes.!".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HOSTS = "the host's secret, of 32 bytes.!".getBytes(StandardCharsets.UTF_8);

    private final InMemoryDirectory accounts = new InMemoryDirectory().add(User.of("alice", "Alice"));
    private Instant now = NOW;

    @Test
    void a_token_of_the_hub_is_good_until_it_expires() throws Exception {
        Logins logins = logins(null);
        String token = logins.issue("alice", Duration.ofMinutes(10), null).token();
        assertThat(logins.verify(token)).isEqualTo(new Login("alice", NOW.plusSeconds(600), null));
        now = NOW.plusSeconds(629);
        assertThat(logins.verify(token).uid()).isEqualTo("alice");
        now = NOW.plusSeconds(631);
        refused(logins, token);
    }

    @Test
    void a_guests_token_names_the_one_receiver() throws Exception {
        accounts.add(User.of("guest-1", "Guest"));
        Logins logins = logins(null);
        Login.Only only = new Login.Only(ReceiverType.GROUP, "team");
        String token = logins.issue("guest-1", Duration.ofMinutes(10), only).token();
        assertThat(logins.verify(token).only()).isEqualTo(only);
        assertThat(logins.verify(token).isGuest()).isTrue();
    }

    @Test
    void a_secret_of_the_host_verifies_hs256() throws Exception {
        Logins logins = logins(UserKeys.secret(HOSTS));
        assertThat(logins.verify(hs256(claims("alice").build(), HOSTS)).uid()).isEqualTo("alice");
        refused(logins, hs256(claims("alice").build(), OWN));
        refused(logins, mac("{\"alg\":\"HS512\"}", claims("alice").build(), "HmacSHA512", HOSTS));
    }

    @Test
    void an_rsa_key_verifies_rs256_alone() throws Exception {
        KeyPair pair = rsa();
        Logins logins = logins(UserKeys.pem(pem(pair)));
        assertThat(logins.verify(rsa(claims("alice").build(), pair, JWSAlgorithm.RS256))
                        .uid())
                .isEqualTo("alice");
        refused(logins, rsa(claims("alice").build(), rsa(), JWSAlgorithm.RS256));
        refused(logins, rsa(claims("alice").build(), pair, JWSAlgorithm.PS256));
    }

    @Test
    void a_public_key_is_no_secret() throws Exception {
        KeyPair pair = rsa();
        Logins logins = logins(UserKeys.pem(pem(pair)));
        for (byte[] secret : List.of(pair.getPublic().getEncoded(), pem(pair).getBytes(StandardCharsets.UTF_8))) {
            refused(logins, hs256(claims("alice").build(), secret));
        }
    }

    @Test
    void an_ed25519_key_verifies_eddsa() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Logins logins = logins(UserKeys.pem(pem(pair)));
        assertThat(logins.verify(eddsa(claims("alice").build(), pair)).uid()).isEqualTo("alice");
        String other = eddsa(
                claims("alice").build(), KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        refused(logins, other);
        refused(logins, other.substring(0, other.lastIndexOf('.') + 5));
    }

    /** The key and signature of RFC 8037, appendix A.4 and A.5. */
    @Test
    void the_signature_of_the_rfc_is_good() throws Exception {
        var key = com.nimbusds.jose.jwk.OctetKeyPair.parse(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
        byte[] input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(StandardCharsets.US_ASCII);
        Base64URL signature =
                new Base64URL("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        Ed25519JwsVerifier verifier = new Ed25519JwsVerifier(key);
        assertThat(verifier.verify(new JWSHeader(JWSAlgorithm.EdDSA), input, signature))
                .isTrue();
        input[0] ^= 1;
        assertThat(verifier.verify(new JWSHeader(JWSAlgorithm.EdDSA), input, signature))
                .isFalse();
    }

    @Test
    void no_signature_is_none() throws Exception {
        for (UserKeys keys : List.of(UserKeys.secret(HOSTS), UserKeys.pem(pem(rsa())))) {
            refused(logins(keys), new PlainJWT(claims("alice").build()).serialize());
        }
    }

    @Test
    void a_header_that_must_be_understood_and_is_not_is_refused() throws Exception {
        JWTClaimsSet alice = claims("alice").build();
        assertThat(logins(UserKeys.secret(HOSTS)).verify(mac("{\"alg\":\"HS256\"}", alice, "HmacSHA256", HOSTS)))
                .isNotNull();
        String header = "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}";
        refused(logins(UserKeys.secret(HOSTS)), mac(header, alice, "HmacSHA256", HOSTS));
    }

    @Test
    void issuer_and_audience_are_checked_if_they_are_named() throws Exception {
        Logins logins =
                logins(UserKeys.secret(HOSTS).issuer("https://id.example.org").audience("calls"));
        JWTClaimsSet.Builder good =
                claims("alice").issuer("https://id.example.org").audience(List.of("mail", "calls"));
        assertThat(logins.verify(hs256(good.build(), HOSTS)).uid()).isEqualTo("alice");
        refused(logins, hs256(good.issuer("https://evil.example.org").build(), HOSTS));
        refused(
                logins,
                hs256(
                        claims("alice")
                                .issuer("https://id.example.org")
                                .audience("mail")
                                .build(),
                        HOSTS));
        refused(logins, hs256(claims("alice").build(), HOSTS));
    }

    @Test
    void time_is_checked() throws Exception {
        Logins logins = logins(UserKeys.secret(HOSTS));
        refused(logins, hs256(claims("alice").expirationTime(at(-31)).build(), HOSTS));
        assertThat(logins.verify(hs256(claims("alice").expirationTime(at(-29)).build(), HOSTS)))
                .isNotNull();
        refused(logins, hs256(claims("alice").notBeforeTime(at(31)).build(), HOSTS));
        assertThat(logins.verify(hs256(claims("alice").notBeforeTime(at(29)).build(), HOSTS)))
                .isNotNull();
        refused(logins, hs256(new JWTClaimsSet.Builder().subject("alice").build(), HOSTS));
        refused(logins, hs256(claims("alice").subject(null).build(), HOSTS));
    }

    @Test
    void a_user_who_is_not_known_is_made_only_if_the_host_says_so() throws Exception {
        JWTClaimsSet dora = claims("dora")
                .claim("name", "Dora")
                .claim("picture", "https://example.org/d.png")
                .build();
        refused(logins(UserKeys.secret(HOSTS)), hs256(dora, HOSTS));
        assertThat(logins(UserKeys.secret(HOSTS).addingUsers())
                        .verify(hs256(dora, HOSTS))
                        .uid())
                .isEqualTo("dora");
        assertThat(accounts.user("dora")).hasValueSatisfying(user -> {
            assertThat(user.name()).isEqualTo("Dora");
            assertThat(user.avatar()).isEqualTo(URI.create("https://example.org/d.png"));
        });
    }

    @Test
    void a_picture_that_is_no_web_address_is_left_out() throws Exception {
        Logins logins = logins(UserKeys.secret(HOSTS).addingUsers());
        logins.verify(hs256(
                claims("eve")
                        .claim("picture", "javascript:alert(1)")
                        .claim("name", 7)
                        .build(),
                HOSTS));
        assertThat(accounts.user("eve")).hasValueSatisfying(user -> {
            assertThat(user.avatar()).isNull();
            assertThat(user.name()).isEqualTo("eve");
        });
    }

    @Test
    void a_host_makes_no_guests() throws Exception {
        accounts.add(User.of("guest-1", "Guest"));
        refused(
                logins(UserKeys.secret(HOSTS).addingUsers()),
                hs256(claims("guest-1").build(), HOSTS));
    }

    @Test
    void keys_are_fetched_from_a_key_set() throws Exception {
        KeyPair pair = rsa();
        String set = "{\"keys\":["
                + new com.nimbusds.jose.jwk.RSAKey.Builder((java.security.interfaces.RSAPublicKey) pair.getPublic())
                        .keyID("k1")
                        .build()
                        .toJSONString()
                + ","
                + new com.nimbusds.jose.jwk.OctetSequenceKey.Builder(HOSTS)
                        .keyID("k2")
                        .build()
                        .toJSONString()
                + "]}";
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/keys", exchange -> {
            byte[] body = set.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        URI url = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/keys");
        try (Logins logins = new Logins(OWN, UserKeys.keySet(url), accounts, () -> now)) {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                    claims("alice").build());
            jwt.sign(new RSASSASigner(pair.getPrivate()));
            assertThat(logins.verify(jwt.serialize()).uid()).isEqualTo("alice");
            refused(logins, hs256(claims("alice").build(), HOSTS));
        } finally {
            web.stop(0);
        }
    }

    @Test
    void a_key_set_that_is_not_there_lets_nobody_in() throws Exception {
        try (Logins logins =
                new Logins(OWN, UserKeys.keySet(URI.create("http://127.0.0.1:1/keys")), accounts, () -> now)) {
            refused(logins, rsa(claims("alice").build(), rsa(), JWSAlgorithm.RS256));
        }
    }

    @Test
    void weak_and_strange_keys_are_refused() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.secret(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.pem("hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.jwk("{}"));
        KeyPairGenerator weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(1_024);
        KeyPair pair = weak.generateKeyPair();
        assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.pem(pem(pair)));
        KeyPair curve = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.pem(pem(curve)));
    }

    @Test
    void an_api_key_is_matched_whole() {
        ApiKey key = new ApiKey("0123456789abcdef");
        assertThat(key.matches("0123456789abcdef")).isTrue();
        assertThat(key.matches("0123456789abcde")).isFalse();
        assertThat(key.matches("")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKey("short"));
    }

    private Logins logins(@Nullable UserKeys keys) {
        return new Logins(OWN, keys, accounts, () -> now);
    }

    private static JWTClaimsSet.Builder claims(String uid) {
        return new JWTClaimsSet.Builder().subject(uid).expirationTime(at(600));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String hs256(JWTClaimsSet claims, byte[] secret) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String mac(String header, JWTClaimsSet claims, String algorithm, byte[] secret) throws Exception {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(claims.toString());
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String rsa(JWTClaimsSet claims, KeyPair pair, JWSAlgorithm algorithm) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(new RSASSASigner(pair.getPrivate()));
        return jwt.serialize();
    }

    private static String eddsa(JWTClaimsSet claims, KeyPair pair) throws Exception {
        byte[] input = (Base64URL.encode("{\"alg\":\"EdDSA\"}") + "." + Base64URL.encode(claims.toString()))
                .getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(input);
        return new String(input, StandardCharsets.US_ASCII) + "." + Base64URL.encode(signature.sign());
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static void refused(Logins logins, String token) {
        assertThatThrownBy(() -> logins.verify(token)).isInstanceOfSatisfying(CallException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ERR_UNAUTHORIZED);
            assertThat(refused.detail()).isEqualTo("token");
        });
    }
}

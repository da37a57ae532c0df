package dev.belfry.signaling.okhttp;

import static dev.belfry.signaling.okhttp.ScriptedHub.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.signaling.wire.WireCodec;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** The host's own client: its trust, certificates, proxy and headers count for requests and for the line alike. */
class HostClientTest {
    private static final User BOB = User.of("bob", "Bob");
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @Test
    void theHostsTrustCounts() throws Exception {
        HandshakeCertificates server = serverCertificates(false);
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        try (ScriptedHub hub = new ScriptedHub()) {
            hub.server().useHttps(server.sslSocketFactory());
            hub.start();
            speaksWith(hub, client(trusting));
        }
    }

    @Test
    void aHubThatNobodyVouchesForIsNotSpokenWith() {
        HandshakeCertificates server = serverCertificates(false);
        try (ScriptedHub hub = new ScriptedHub()) {
            hub.server().useHttps(server.sslSocketFactory());
            hub.start();
            hub.answers("/v1/users/bob", json(200, WireCodec.write(BOB)));
            try (Desk desk = new Desk(builder -> builder.patience(Duration.ofSeconds(1)), List.of(hub.uri()))) {
                var user = desk.line.user("bob");
                desk.until(() -> desk.time.pending() == 2);
                desk.passes(1_000);
                desk.fails(user, ErrorCode.ERR_CONNECTION_LOST);
                desk.line.connect(desk);
                desk.waits(275);
                assertThat(hub.requests()).isEmpty();
                assertThat(hub.knocks()).isZero();
            }
        }
    }

    @Test
    void theHostsCertificateCounts() throws Exception {
        HeldCertificate device = new HeldCertificate.Builder()
                .commonName("desk-7")
                .signedBy(AUTHORITY)
                .build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .heldCertificate(device)
                .build();
        try (ScriptedHub hub = new ScriptedHub()) {
            hub.server().useHttps(serverCertificates(true).sslSocketFactory());
            hub.server().requireClientAuth();
            hub.start();
            speaksWith(hub, client(trusting));
            assertThat(hub.requests().get(0).getHandshake().peerPrincipal()).hasToString("CN=desk-7");
        }
    }

    @Test
    void theHostsProxyCounts() throws Exception {
        try (ScriptedHub hub = new ScriptedHub().start()) {
            OkHttpClient proxied = new OkHttpClient.Builder()
                    .proxy(hub.server().getProxyAddress())
                    .build();
            speaksWith(hub, URI.create("http://behind-the-proxy.invalid/"), proxied);
            assertThat(hub.requests().get(0).getTarget()).isEqualTo("http://behind-the-proxy.invalid/v1/users/bob");
        }
    }

    @Test
    void theHostsHeadersCountAndItsClientStaysOpen() throws Exception {
        OkHttpClient hosts = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Tenant", "north").build()))
                .build();
        try (ScriptedHub hub = new ScriptedHub().start()) {
            speaksWith(hub, hosts);
            assertThat(hub.requests().get(0).getHeaders().get("X-Tenant")).isEqualTo("north");
            assertThat(hub.connection().request().getHeaders().get("X-Tenant")).isEqualTo("north");
            assertThat(hosts.dispatcher().executorService().isShutdown()).isFalse();
            assertThat(hosts.connectionPool().connectionCount()).as("shared").isPositive();
        }
        hosts.dispatcher().executorService().shutdown();
        hosts.connectionPool().evictAll();
    }

    private static void speaksWith(ScriptedHub hub, OkHttpClient hosts) throws Exception {
        speaksWith(hub, hub.uri(), hosts);
    }

    private static void speaksWith(ScriptedHub hub, URI address, OkHttpClient hosts) throws Exception {
        MockResponse bob = json(200, WireCodec.write(BOB));
        hub.answers("/v1/users/bob", bob);
        try (Desk desk = new Desk(builder -> builder.http(hosts), List.of(address))) {
            assertThat(desk.answer(desk.line.user("bob"))).isEqualTo(BOB);
            desk.connected(hub, 0);
            assertThat(desk.heard).containsExactly("CONNECTING", "CONNECTED");
        }
    }

    private static OkHttpClient client(HandshakeCertificates certificates) {
        return new OkHttpClient.Builder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .build();
    }

    private static HandshakeCertificates serverCertificates(boolean asksForOthers) {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName(InetAddress.getLoopbackAddress().getCanonicalHostName())
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates.Builder builder = new HandshakeCertificates.Builder().heldCertificate(certificate);
        if (asksForOthers) {
            builder.addTrustedCertificate(AUTHORITY.certificate());
        }
        return builder.build();
    }
}

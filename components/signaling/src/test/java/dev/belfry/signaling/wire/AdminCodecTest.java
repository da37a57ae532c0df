package dev.belfry.signaling.wire;

import static dev.belfry.signaling.wire.JsonAssertions.assertBad;
import static dev.belfry.signaling.wire.JsonAssertions.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.IceServer;
import dev.belfry.signaling.wire.AdminMessage.GuestCode;
import dev.belfry.signaling.wire.AdminMessage.GuestLink;
import dev.belfry.signaling.wire.AdminMessage.GuestLinkRequest;
import dev.belfry.signaling.wire.AdminMessage.GuestSession;
import dev.belfry.signaling.wire.AdminMessage.PutGroup;
import dev.belfry.signaling.wire.AdminMessage.PutUser;
import dev.belfry.signaling.wire.AdminMessage.TokenRequest;
import dev.belfry.signaling.wire.AdminMessage.UserToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminCodecTest {
    private static final Instant EXPIRY = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void usersAreMadeAsTheContractSays() throws CallException {
        PutUser user = new PutUser("bob", "Bob", URI.create("https://example.org/b.png"), "agent");
        String json = AdminCodec.write(user);
        assertSameJson(
                json, "{\"uid\":\"bob\",\"name\":\"Bob\",\"avatar\":\"https://example.org/b.png\",\"role\":\"agent\"}");
        assertThat(AdminCodec.readPutUser(json)).isEqualTo(user);
        PutUser plain = new PutUser("bob", "Bob", null, null);
        assertThat(AdminCodec.readPutUser(AdminCodec.write(plain))).isEqualTo(plain);
    }

    @Test
    void groupsAreMadeAsTheContractSays() throws CallException {
        PutGroup group = new PutGroup("team", "Team", null, List.of("alice", "bob"));
        String json = AdminCodec.write(group);
        assertSameJson(json, "{\"guid\":\"team\",\"name\":\"Team\",\"members\":[\"alice\",\"bob\"]}");
        assertThat(AdminCodec.readPutGroup(json)).isEqualTo(group);
    }

    @Test
    void tokensAreGivenAsTheContractSays() throws CallException {
        TokenRequest request = new TokenRequest(Duration.ofHours(1));
        assertThat(AdminCodec.write(request)).isEqualTo("{\"ttl\":3600}");
        assertThat(AdminCodec.readTokenRequest("{\"ttl\":3600}")).isEqualTo(request);
        assertThat(AdminCodec.readTokenRequest("{}")).isEqualTo(new TokenRequest(null));
        UserToken token = new UserToken("a.b.c", EXPIRY);
        assertThat(AdminCodec.write(token)).isEqualTo("{\"token\":\"a.b.c\",\"expiresAt\":1700000000}");
        assertThat(AdminCodec.readUserToken(AdminCodec.write(token))).isEqualTo(token);
    }

    @Test
    void guestsComeInAsTheContractSays() throws CallException {
        GuestLinkRequest request = new GuestLinkRequest("bob", ReceiverType.USER, "Visitor", Duration.ofMinutes(5));
        assertSameJson(
                AdminCodec.write(request),
                "{\"receiverId\":\"bob\",\"receiverType\":\"user\",\"name\":\"Visitor\",\"ttl\":300}");
        assertThat(AdminCodec.readGuestLinkRequest(AdminCodec.write(request))).isEqualTo(request);
        GuestLinkRequest plain = new GuestLinkRequest("team", ReceiverType.GROUP, null, null);
        assertThat(AdminCodec.readGuestLinkRequest(AdminCodec.write(plain))).isEqualTo(plain);

        GuestLink link = new GuestLink(URI.create("https://hub.example.org/#code=c0de"), "c0de", EXPIRY);
        assertSameJson(
                AdminCodec.write(link),
                "{\"url\":\"https://hub.example.org/#code=c0de\",\"code\":\"c0de\",\"expiresAt\":1700000000}");
        assertThat(AdminCodec.readGuestLink(AdminCodec.write(link))).isEqualTo(link);

        GuestCode code = new GuestCode("c0de");
        assertThat(AdminCodec.readGuestCode(AdminCodec.write(code))).isEqualTo(code);

        GuestSession session =
                new GuestSession("a.b.c", User.of("guest-1", "Visitor"), "bob", ReceiverType.USER, EXPIRY);
        assertSameJson(AdminCodec.write(session), """
                {"token":"a.b.c","user":{"uid":"guest-1","name":"Visitor","status":"online"},"receiverId":"bob",
                "receiverType":"user","expiresAt":1700000000}""");
        assertThat(AdminCodec.readGuestSession(AdminCodec.write(session))).isEqualTo(session);
    }

    @Test
    void noSecretIsInAnythingThatALogMightCarry() {
        List<AdminMessage> secrets = List.of(
                new UserToken("s3cret", EXPIRY),
                new GuestLink(URI.create("https://hub.example.org/#code=s3cret"), "s3cret", EXPIRY),
                new GuestCode("s3cret"),
                new GuestSession("s3cret", User.of("g", "G"), "bob", ReceiverType.USER, EXPIRY));
        assertThat(secrets).allSatisfy(secret -> assertThat(secret.toString()).doesNotContain("s3cret"));
        assertThat(new IceServer(List.of("turn:t"), "u", "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void aFieldThatDoesNotFitIsNamed() {
        assertBad("uid", () -> AdminCodec.readPutUser("{\"name\":\"Bob\"}"));
        assertBad("avatar", () -> AdminCodec.readPutUser("{\"uid\":\"b\",\"name\":\"B\",\"avatar\":\"a b\"}"));
        assertBad("ttl", () -> AdminCodec.readTokenRequest("{\"ttl\":-1}"));
        assertBad("ttl", () -> AdminCodec.readTokenRequest("{\"ttl\":\"1\"}"));
        assertBad("members", () -> AdminCodec.readPutGroup("{\"guid\":\"g\",\"name\":\"G\"}"));
        assertBad("members", () -> AdminCodec.readPutGroup("{\"guid\":\"g\",\"name\":\"G\",\"members\":[1]}"));
        String crowd = String.join(",", Collections.nCopies(AdminCodec.MAX_MEMBERS + 1, "\"m\""));
        assertBad(
                "members",
                () -> AdminCodec.readPutGroup("{\"guid\":\"g\",\"name\":\"G\",\"members\":[" + crowd + "]}"));
        assertBad(
                "receiverType", () -> AdminCodec.readGuestLinkRequest("{\"receiverId\":\"b\",\"receiverType\":\"x\"}"));
        assertBad("url", () -> AdminCodec.readGuestLink("{\"code\":\"c\",\"expiresAt\":1}"));
        assertBad("code", () -> AdminCodec.readGuestCode("{}"));
        assertBad("user", () -> AdminCodec.readGuestSession("{\"token\":\"t\"}"));
    }
}

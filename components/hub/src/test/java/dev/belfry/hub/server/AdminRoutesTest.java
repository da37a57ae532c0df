package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.User;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.WireCodec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminRoutesTest {
    private TestHub hub;

    @BeforeAll
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void a_back_end_makes_a_user_who_then_signs_in() throws Exception {
        TestHub.Answer made = admin("/v1/users", """
                {"uid":"dora","name":"Dora","avatar":"https://example.org/d.png","role":"agent"}""");
        assertThat(made.status()).isEqualTo(200);
        assertThat(WireCodec.readUser(made.body()).role()).isEqualTo("agent");

        AdminMessage.UserToken token = AdminCodec.readUserToken(
                admin("/v1/users/dora/auth-tokens", "{\"ttl\":600}").body());
        assertThat(token.expiresAt())
                .isBetween(Instant.now().plusSeconds(500), Instant.now().plusSeconds(601));
        User dora = WireCodec.readUser(hub.get(token.token(), "/v1/users/dora").body());
        assertThat(dora.name()).isEqualTo("Dora");

        admin("/v1/users", "{\"uid\":\"dora\",\"name\":\"Dora D.\"}");
        assertThat(WireCodec.readUser(hub.get(token.token(), "/v1/users/dora").body())
                        .name())
                .isEqualTo("Dora D.");
    }

    @Test
    void a_token_is_good_for_an_hour_unless_asked_otherwise() throws Exception {
        AdminMessage.UserToken token = AdminCodec.readUserToken(
                admin("/v1/users/alice/auth-tokens", "").body());
        Duration life = Duration.between(Instant.now(), token.expiresAt());
        assertThat(life).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
    }

    @Test
    void a_group_is_seen_by_its_members_alone() throws Exception {
        TestHub.Answer made =
                admin("/v1/groups", "{\"guid\":\"pair\",\"name\":\"Pair\",\"members\":[\"bob\",\"carol\",\"bob\"]}");
        assertThat(WireCodec.readGroup(made.body()).membersCount()).isEqualTo(2);
        assertThat(hub.getAs("carol", "/v1/groups/pair").status()).isEqualTo(200);
        CallRoutesTest.refused(hub.getAs("alice", "/v1/groups/pair"), 404, "ERR_RECEIVER_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/users | {"uid":"guest-1","name":"G"} | uid
            /v1/users | {"uid":" ","name":"G"} | uid
            /v1/users | {"uid":"x\\n","name":"G"} | uid
            /v1/users | {"uid":"x","name":""} | name
            /v1/users | {"uid":"x","name":"X","avatar":"javascript:alert(1)"} | avatar
            /v1/users | {"uid":"x","name":"X","avatar":"file:///etc/passwd"} | avatar
            /v1/groups | {"guid":"g","name":"G","members":["nobody"]} | members
            /v1/groups | {"guid":"","name":"G","members":[]} | guid
            /v1/users/alice/auth-tokens | {"ttl":0} | ttl
            /v1/users/alice/auth-tokens | {"ttl":99999999999} | ttl
            /v1/guest-links | {"receiverId":"bob","receiverType":"user","ttl":0} | ttl
            /v1/guest-links | {"receiverId":"bob","receiverType":"user","name":" "} | name
            """)
    void what_cannot_be_is_refused_by_its_field(String path, String body, String field) throws Exception {
        TestHub.Answer answer = admin(path, body);
        CallRoutesTest.refused(answer, 400, "ERR_BAD_REQUEST");
        assertThat(WireCodec.readError(answer.body()).detail()).isEqualTo(field);
    }

    @Test
    void nobody_gets_a_token_who_is_not_known() throws Exception {
        CallRoutesTest.refused(admin("/v1/users/nobody/auth-tokens", "{}"), 404, "ERR_RECEIVER_NOT_FOUND");
    }

    @Test
    void a_search_finds_names_and_uids() throws Exception {
        assertThat(ListCodec.readUsers(hub.getAs("alice", "/v1/users?search=BO").body()))
                .extracting(User::uid)
                .containsExactly("bob");
        CallRoutesTest.refused(hub.getAs("alice", "/v1/users?search=" + "x".repeat(200)), 400, "ERR_BAD_REQUEST");
    }

    @Test
    void the_hosts_policy_says_who_sees_whom() throws Exception {
        try (TestHub strict = TestHub.start(
                builder -> builder.visibility((viewer, other) -> !other.uid().equals("carol")))) {
            assertThat(ListCodec.readUsers(strict.getAs("alice", "/v1/users").body()))
                    .extracting(User::uid)
                    .containsExactly("alice", "bob");
            CallRoutesTest.refused(strict.getAs("alice", "/v1/users/carol"), 404, "ERR_RECEIVER_NOT_FOUND");
            CallRoutesTest.refused(strict.call("alice", "s1", "carol"), 404, "ERR_RECEIVER_NOT_FOUND");
            assertThat(strict.getAs("carol", "/v1/users/carol").status()).isEqualTo(200);
        }
    }

    private TestHub.Answer admin(String path, String body) throws Exception {
        return hub.post(TestHub.API_KEY, path, body);
    }
}

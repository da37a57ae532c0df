package dev.belfry.hub.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.belfry.call.spi.IceServer;
import dev.belfry.signaling.wire.IceServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceConfigTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_433_895_918 - 86_400);

    /** The password was made with {@code openssl dgst -sha1 -hmac} from what section 2.2 of the draft says. */
    @Test
    void credentials_are_made_as_the_draft_says() {
        IceServers servers = IceConfig.NONE
                .withTurn("north", Duration.ofDays(1), List.of("turn:turn.example.org?transport=udp"))
                .serversFor("12334939", NOW);
        assertThat(servers.ttl()).isEqualTo(Duration.ofDays(1));
        assertThat(servers.servers())
                .containsExactly(new IceServer(
                        List.of("turn:turn.example.org?transport=udp"),
                        "1433895918:12334939",
                        "DsZlTqQ4jlvUaymiHZjcUDV0dBc="));
    }

    @Test
    void stun_servers_need_no_credentials() {
        IceServers servers = IceConfig.NONE
                .withTurn("north", Duration.ofHours(1), List.of("turns:t"))
                .withStun(List.of("stun:a", "stun:b"))
                .serversFor("alice", NOW);
        assertThat(servers.servers()).hasSize(2);
        assertThat(servers.servers().get(0)).isEqualTo(new IceServer(List.of("stun:a", "stun:b"), "", ""));
    }

    @Test
    void there_may_be_none() {
        assertThat(IceConfig.NONE.serversFor("alice", NOW).servers()).isEmpty();
    }

    @Test
    void an_address_has_its_scheme() {
        assertThatIllegalArgumentException().isThrownBy(() -> IceConfig.NONE.withStun(List.of("turn:a")));
        assertThatIllegalArgumentException().isThrownBy(() -> IceConfig.NONE.withStun(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IceConfig.NONE.withTurn("s", Duration.ofHours(1), List.of("http://a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IceConfig.NONE.withTurn("", Duration.ofHours(1), List.of("turn:a")));
    }
}

package dev.belfry.hub.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private final Origins origins = new Origins(Set.of("https://App.example.org"));

    @ParameterizedTest
    @CsvSource({
        ", true",
        "https://app.example.org, true",
        "https://hub.example.org:8443, true",
        "http://hub.example.org:8443, true",
        "https://hub.example.org, false",
        "https://evil.example.org, false",
        "http://app.example.org, false",
        "null, false",
        "https://, false",
        "%%%, false"
    })
    void a_page_is_the_hubs_own_or_named(String origin, boolean allowed) {
        assertThat(origins.allows(origin, "hub.example.org:8443")).isEqualTo(allowed);
    }

    @Test
    void an_origin_has_no_path() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origins(Set.of("https://app.example.org/x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origins(Set.of("*")));
    }

    @Test
    void the_policy_names_the_sockets_of_the_host_and_nothing_strange() {
        assertThat(SecurityHeaders.policy("hub.example.org:8443"))
                .contains("connect-src 'self' ws://hub.example.org:8443 wss://hub.example.org:8443;");
        assertThat(SecurityHeaders.policy("x; script-src *")).contains("connect-src 'self';");
        assertThat(SecurityHeaders.policy(null)).contains("connect-src 'self';", "default-src 'self'");
    }
}

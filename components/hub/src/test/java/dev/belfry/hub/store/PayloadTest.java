package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private final Payload ours = new Payload("n1");
    private final Payload theirs = new Payload("n2");

    @Test
    void anotherNodeReadsWhatOneWroteAndItselfDoesNot() {
        List<String> uids = List.of("alice", "b\"o,b", "\u4e16\u754c");
        List<String> payloads = ours.write(uids);
        assertThat(payloads).hasSize(1);
        assertThat(theirs.read(payloads.get(0))).isEqualTo(uids);
        assertThat(ours.read(payloads.get(0))).isEmpty();
    }

    @Test
    void manyUsersGoInPiecesThatPostgresqlCarries() {
        List<String> uids =
                IntStream.range(0, 3_000).mapToObj(i -> "\u4e16\u754c<" + i).toList();
        List<String> payloads = ours.write(uids);
        assertThat(payloads)
                .hasSizeGreaterThan(1)
                .allSatisfy(payload ->
                        assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8_000));
        assertThat(payloads.stream().flatMap(payload -> theirs.read(payload).stream()))
                .containsExactlyElementsOf(uids);
    }

    @Test
    void aUidThatIsTooLongIsLeftOut() {
        assertThat(ours.write(List.of("x".repeat(9_000)))).isEmpty();
        assertThat(ours.write(List.of("x".repeat(9_000), "bob"))).containsExactly("[\"n1\",\"bob\"]");
    }

    @Test
    void whatNoNodeWroteIsIgnored() {
        for (String foreign : List.of("", "[", "{}", "null", "[]", "[null,\"bob\"", "17")) {
            assertThat(ours.read(foreign)).isEmpty();
        }
    }
}

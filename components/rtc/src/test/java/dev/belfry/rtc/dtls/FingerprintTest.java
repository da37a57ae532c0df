package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.rtc.RtcException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA_256_OF_ABC =
            "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:" + "B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD";

    @Test
    void it_is_written_as_descriptions_have_it() {
        assertThat(Fingerprint.ofCertificate(ABC)).hasToString("sha-256 " + SHA_256_OF_ABC);
    }

    @Test
    void it_is_read_in_any_case() throws RtcException {
        Fingerprint read = Fingerprint.of("SHA-256", SHA_256_OF_ABC.toLowerCase(java.util.Locale.ROOT));
        assertThat(read).isEqualTo(Fingerprint.ofCertificate(ABC)).hasSameHashCodeAs(Fingerprint.ofCertificate(ABC));
        assertThat(read.matches(ABC)).isTrue();
        assertThat(read.matches(new byte[] {1})).isFalse();
    }

    @Test
    void longer_hashes_are_accepted() throws RtcException {
        Fingerprint read = Fingerprint.of(
                "sha-384",
                "CB:00:75:3F:45:A3:5E:8B:B5:A0:3D:69:9A:C6:50:07:27:2C:32:AB:0E:DE:D1:63:"
                        + "1A:8B:60:5A:43:FF:5B:ED:80:86:07:2B:A1:E7:CC:23:58:BA:EC:A1:34:C8:25:A7");
        assertThat(read.matches(ABC)).isTrue();
        assertThat(read.strength()).isGreaterThan(Fingerprint.ofCertificate(ABC).strength());
    }

    @ParameterizedTest
    @CsvSource({"sha-1", "md5", "md2", "''", "sha-256-but-with-a-very-long-name"})
    void weak_and_unknown_hashes_are_refused(String hash) {
        assertThatThrownBy(() -> Fingerprint.of(hash, SHA_256_OF_ABC))
                .isInstanceOfSatisfying(
                        RtcException.class, e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.NOT_SECURE));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "BA:78",
        "BA-78-16-BF-8F-01-CF-EA-41-41-40-DE-5D-AE-22-23-B0-03-61-A3-96-17-7A-9C-B4-10-FF-61-F2-00-15-AD",
        "XX:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD"
    })
    void what_is_no_hash_is_refused(String value) {
        assertThatThrownBy(() -> Fingerprint.of("sha-256", value))
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION));
    }
}

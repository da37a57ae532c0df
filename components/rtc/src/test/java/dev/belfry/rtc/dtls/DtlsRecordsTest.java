package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DtlsRecordsTest {
    /** A ClientHello's first fragment of 4 bytes, in epoch 0. */
    private static final byte[] HELLO = {
        22, -2, -3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 1, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 4, 9, 9, 9, 9
    };

    @Test
    void whole_records_are_taken() {
        assertThat(accepted(HELLO)).isTrue();
        byte[] two = Arrays.copyOf(HELLO, 2 * HELLO.length);
        System.arraycopy(HELLO, 0, two, HELLO.length, HELLO.length);
        assertThat(accepted(two)).isTrue();
    }

    @Test
    void parts_of_records_are_not() {
        for (int length = 0; length < HELLO.length; length++) {
            assertThat(accepted(Arrays.copyOf(HELLO, length))).isFalse();
        }
        assertThat(accepted(Arrays.copyOf(HELLO, HELLO.length + 1))).isFalse();
    }

    @Test
    void other_types_and_versions_are_not() {
        assertThat(accepted(with(0, 19))).isFalse();
        assertThat(accepted(with(0, 24))).isFalse();
        assertThat(accepted(with(1, 3))).isFalse();
    }

    @Test
    void a_message_that_claims_to_be_huge_is_not() {
        assertThat(accepted(with(14, 1))).isFalse();
        assertThat(accepted(with(15, 0x3f))).isTrue();
        assertThat(accepted(with(15, 0x40))).isFalse();
    }

    @Test
    void a_fragment_outside_of_its_message_is_not() {
        assertThat(accepted(with(21, 37))).isFalse();
        assertThat(accepted(with(24, 5))).isFalse();
    }

    @Test
    void what_is_encrypted_is_not_looked_into() {
        byte[] encrypted = with(4, 1);
        encrypted[14] = 1;
        assertThat(accepted(encrypted)).isTrue();
    }

    private static byte[] with(int index, int value) {
        byte[] bytes = HELLO.clone();
        bytes[index] = (byte) value;
        return bytes;
    }

    private static boolean accepted(byte[] bytes) {
        return DtlsRecords.acceptable(bytes, 0, bytes.length);
    }
}

package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwrapperTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "65535, 0, 65536",
        "65534, 2, 65538",
        "0, 65535, -1",
        "5, 65530, -6",
        "100, 90, 90",
        "0, 32767, 32767",
        "0, 32768, -32768",
        "32768, 0, 0",
        "32769, 0, 65536",
        "7, 7, 7"
    })
    void a_sequence_number_is_the_nearest_to_the_one_before(int before, int number, long unwrapped) {
        Unwrapper unwrapper = Unwrapper.ofSequence();
        assertThat(unwrapper.unwrap(before)).isEqualTo(before);
        assertThat(unwrapper.peek(number)).isEqualTo(unwrapped);
        assertThat(unwrapper.unwrap(number)).isEqualTo(unwrapped);
    }

    @ParameterizedTest
    @CsvSource({
        "4294967295, 0, 4294967296",
        "4294967000, 2704, 4294970000",
        "0, 4294967295, -1",
        "0, 2147483647, 2147483647",
        "0, 2147483648, -2147483648"
    })
    void so_is_a_timestamp(long before, long number, long unwrapped) {
        Unwrapper unwrapper = Unwrapper.ofTimestamp();
        unwrapper.unwrap(before);
        assertThat(unwrapper.unwrap(number)).isEqualTo(unwrapped);
    }

    @Test
    void many_wraps_with_reordering_are_counted() {
        Unwrapper unwrapper = Unwrapper.ofSequence();
        for (long i = 60_000; i < 200_000; i += 2) {
            assertThat(unwrapper.unwrap((i + 1) & 0xffff)).isEqualTo(i + 1);
            assertThat(unwrapper.unwrap(i & 0xffff)).isEqualTo(i);
        }
    }
}

package dev.belfry.rtc.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {
    private final byte[] bytes = {0, (byte) 0xfe, (byte) 0xdc, (byte) 0xba, (byte) 0x98, 0x76, 0x54, 0x32, 0x10};

    @Test
    void numbers_begin_with_their_greatest_byte_at_any_index() {
        assertThat(Bytes.u8(bytes, 1)).isEqualTo(0xfe);
        assertThat(Bytes.u16(bytes, 1)).isEqualTo(0xfedc);
        assertThat(Bytes.u24(bytes, 1)).isEqualTo(0xfedcba);
        assertThat(Bytes.u32(bytes, 1)).isEqualTo(0xfedc_ba98L);
        assertThat(Bytes.i16(bytes, 1)).isEqualTo(-0x124);
        assertThat(Bytes.i32(bytes, 1)).isEqualTo(0xfedc_ba98);
        assertThat(Bytes.i64(bytes, 1)).isEqualTo(0xfedc_ba98_7654_3210L);
    }

    @Test
    void what_is_written_is_read_and_nothing_beside_it_changes() {
        byte[] written = new byte[17];
        Bytes.put16(written, 1, 0x1_fedc);
        Bytes.put24(written, 3, 0x1fe_dcba);
        Bytes.put64(written, 7, 0xfedc_ba98_7654_3210L);
        assertThat(written)
                .containsExactly(
                        0, 0xfe, 0xdc, 0xfe, 0xdc, 0xba, 0, 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10, 0, 0);
        Bytes.put32(written, 13, 0x1_0102_0304L);
        assertThat(Bytes.u32(written, 13)).isEqualTo(0x0102_0304L);
    }

    @Test
    void a_number_that_is_not_all_there_is_refused() {
        assertThatThrownBy(() -> Bytes.u8(bytes, 9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.u16(bytes, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.u24(bytes, 7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.i32(bytes, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.i64(bytes, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.put64(bytes, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

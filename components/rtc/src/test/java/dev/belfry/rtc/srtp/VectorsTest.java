package dev.belfry.rtc.srtp;

import static dev.belfry.rtc.srtp.Rtp.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the RFCs give as examples. */
class VectorsTest {
    private static final byte[] GCM_KEY = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] GCM_SALT = hex("517569642070726f2071756f");

    @Test
    void keys_are_derived_as_in_rfc_3711_appendix_b_3() {
        KeyDerivation derivation =
                new KeyDerivation(hex("E1F97A0D3E018BE0D64FA32C06DE4139"), hex("0EC675AD498AFEEBB6960B3AABE6"));

        assertThat(derivation.derive(KeyDerivation.RTP_ENCRYPTION, 16))
                .isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(derivation.derive(KeyDerivation.RTP_SALT, 14)).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(derivation.derive(KeyDerivation.RTP_AUTHENTICATION, 94))
                .isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A15"
                        + "6D38BAA48F0A0ACF3C34E2359E6CDBCE" + "E049646C43D9327AD175578EF7227098"
                        + "6371C10C9A369AC2F94A8C5FBCDDDC25" + "6D6E919A48B610EF17C2041E47403576"
                        + "6B68642C59BBFC2F34DB60DBDFB2"));
    }

    @Test
    void the_key_stream_is_that_of_rfc_3711_appendix_b_2() {
        AesBlocks aes = new AesBlocks(hex("2B7E151628AED2A6ABF7158809CF4F3C"));
        byte[] stream = new byte[48];
        aes.counterMode(hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), stream, 0, stream.length);
        assertThat(stream)
                .isEqualTo(hex("E03EAD0935C95E80E166B16DD92B4EB4" + "D23513162B02D0F72A43A2FE4A5F97AB"
                        + "41E95B3BB0A2E8DD477901E4FCA894C0"));
    }

    @Test
    void rtp_is_encrypted_as_in_rfc_7714_section_16_1_1() {
        byte[] plain = hex("8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976"
                + "69736120 696e2070 61727465 73207472 6573");
        byte[] sealed = hex("8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5"
                + "0d294e6f 42a5f47a 51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce");
        PacketSpan span = span(12, plain.length);
        span.ssrc = 0x5501a0b2;
        span.index = 0xf17b;
        assertSealed(new GcmPacketCipher(GCM_KEY, GCM_SALT, false), plain, sealed, span);
    }

    @Test
    void rtcp_is_encrypted_as_in_rfc_7714_section_17_1() {
        byte[] plain = hex("81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61"
                + "deadbeef deadbeef deadbeef deadbeef deadbeef");
        byte[] sealed = hex("81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d"
                + "c676a5f1 730d6fda 4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872"
                + "45d9eade");
        PacketSpan span = span(8, plain.length);
        span.ssrc = 0x4d617273;
        span.index = 0x5d4;
        span.trailer = 0x800005d4;
        assertSealed(new GcmPacketCipher(GCM_KEY, GCM_SALT, true), plain, sealed, span);
    }

    private static void assertSealed(PacketCipher cipher, byte[] plain, byte[] sealed, PacketSpan span) {
        byte[] bytes = Arrays.copyOf(plain, plain.length + cipher.tagLength());
        cipher.seal(bytes, span);
        assertThat(bytes).isEqualTo(sealed);
        assertThat(cipher.open(bytes, span)).isTrue();
        assertThat(bytes).startsWith(plain);
    }

    private static PacketSpan span(int body, int end) {
        PacketSpan span = new PacketSpan();
        span.body = body;
        span.end = end;
        span.tag = end;
        return span;
    }
}

package dev.belfry.rtc.srtp;

import java.util.Arrays;

/** Makes session keys of master keys, RFC 3711 section 4.3; never again during a session (key derivation rate 0). */
final class KeyDerivation {
    static final int RTP_ENCRYPTION = 0;
    static final int RTP_AUTHENTICATION = 1;
    static final int RTP_SALT = 2;
    static final int RTCP_ENCRYPTION = 3;
    static final int RTCP_AUTHENTICATION = 4;
    static final int RTCP_SALT = 5;

    private static final int LABEL_AT = 7;

    private final AesBlocks aes;
    private final byte[] masterSalt;

    KeyDerivation(byte[] masterKey, byte[] masterSalt) {
        this.aes = new AesBlocks(masterKey);
        this.masterSalt = masterSalt;
    }

    /** Returns key material for one purpose; a salt of 96 bits is followed by zeros, RFC 7714 section 11. */
    byte[] derive(int label, int length) {
        byte[] block = Arrays.copyOf(masterSalt, AesBlocks.BLOCK);
        block[LABEL_AT] ^= (byte) label;
        byte[] key = new byte[length];
        aes.counterMode(block, key, 0, length);
        return key;
    }
}

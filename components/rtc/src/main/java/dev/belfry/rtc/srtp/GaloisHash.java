package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import org.bouncycastle.crypto.modes.gcm.GCMUtil;

/** GHASH of NIST SP 800-38D section 6.4, by a multiplication that takes as long whatever the key. */
final class GaloisHash {
    private final long[] key;
    private final long[] state = new long[2];

    GaloisHash(byte[] keyBlock) {
        key = GCMUtil.asLongs(keyBlock);
    }

    void reset() {
        state[0] = 0;
        state[1] = 0;
    }

    void absorb(long high, long low) {
        state[0] ^= high;
        state[1] ^= low;
        GCMUtil.multiply(state, key);
    }

    /** Absorbs some bytes, and zeros up to the next whole block. */
    void absorb(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        for (; at <= end - AesBlocks.BLOCK; at += AesBlocks.BLOCK) {
            absorb(Bytes.i64(bytes, at), Bytes.i64(bytes, at + Long.BYTES));
        }
        if (at < end) {
            int count = end - at;
            absorb(partial(bytes, at, count), partial(bytes, at + Long.BYTES, count - Long.BYTES));
        }
    }

    private static long partial(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < Math.min(count, Long.BYTES); i++) {
            value |= (bytes[at + i] & 0xffL) << (8 * (Long.BYTES - 1 - i));
        }
        return value;
    }

    /** Writes the hash, changed by a mask of one block. */
    void write(byte[] mask, byte[] out) {
        Bytes.put64(out, 0, state[0] ^ Bytes.i64(mask, 0));
        Bytes.put64(out, Long.BYTES, state[1] ^ Bytes.i64(mask, Long.BYTES));
    }
}

package dev.belfry.rtc.srtp;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.modes.gcm.BasicGCMMultiplier;
import org.bouncycastle.crypto.modes.gcm.GCMMultiplier;

/**
 * AEAD_AES_128_GCM (RFC 7714; NIST SP 800-38D). The multiplier is one that takes as long whatever the key.
 */
final class GcmPacketCipher implements PacketCipher {
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final AesBlocks aes;
    private final byte[] salt;
    private final boolean trailerAuthenticated;
    private final GCMMultiplier hashKey = new BasicGCMMultiplier();
    private final byte[] counter = new byte[AesBlocks.BLOCK];
    private final byte[] mask = new byte[AesBlocks.BLOCK];
    private final byte[] hash = new byte[AesBlocks.BLOCK];
    private final byte[] tag = new byte[TAG];

    /**
     * Takes the session key and salt.
     *
     * @param trailerAuthenticated whether the span's trailer is authenticated as well: for RTCP, RFC 7714 section 9.2;
     *     the rollover counter of RTP is in the nonce already
     */
    GcmPacketCipher(byte[] key, byte[] salt, boolean trailerAuthenticated) {
        this.aes = new AesBlocks(key);
        this.salt = salt.clone();
        this.trailerAuthenticated = trailerAuthenticated;
        byte[] zero = new byte[AesBlocks.BLOCK];
        aes.encrypt(zero);
        hashKey.init(zero);
        Arrays.fill(zero, (byte) 0);
    }

    @Override
    public void seal(byte[] bytes, PacketSpan span) {
        begin(span);
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
        authenticate(bytes, span);
        System.arraycopy(hash, 0, bytes, span.tag, TAG);
    }

    @Override
    public boolean open(byte[] bytes, PacketSpan span) {
        begin(span);
        authenticate(bytes, span);
        System.arraycopy(bytes, span.tag, tag, 0, TAG);
        if (!MessageDigest.isEqual(hash, tag)) {
            return false;
        }
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
        return true;
    }

    @Override
    public int tagLength() {
        return TAG;
    }

    @Override
    public boolean tagBeforeNumber() {
        return true;
    }

    /** Sets the mask of the tag and the counter of the first block, RFC 7714 sections 8.1 and 9.1. */
    private void begin(PacketSpan span) {
        Arrays.fill(counter, (byte) 0);
        Bytes.writeInt(counter, 2, span.ssrc);
        Bytes.writeInt(counter, 6, (int) (span.index >>> 16));
        counter[10] = (byte) (span.index >> 8);
        counter[11] = (byte) span.index;
        for (int i = 0; i < NONCE; i++) {
            counter[i] ^= salt[i];
        }
        counter[15] = 1;
        System.arraycopy(counter, 0, mask, 0, mask.length);
        aes.encrypt(mask);
        counter[15] = 2;
    }

    private void authenticate(byte[] bytes, PacketSpan span) {
        Arrays.fill(hash, (byte) 0);
        int additional = span.body - span.start;
        if (trailerAuthenticated) {
            absorbHeaderAndTrailer(bytes, span);
            additional += 4;
        } else {
            absorb(bytes, span.start, additional);
        }
        absorb(bytes, span.body, span.end - span.body);
        xorInt(4, additional * 8);
        xorInt(12, (span.end - span.body) * 8);
        hashKey.multiplyH(hash);
        for (int i = 0; i < hash.length; i++) {
            hash[i] ^= mask[i];
        }
    }

    /** The eight bytes of an RTCP header and the four behind the packet share a block. */
    private void absorbHeaderAndTrailer(byte[] bytes, PacketSpan span) {
        xorInt(0, Bytes.readInt(bytes, span.start));
        xorInt(4, Bytes.readInt(bytes, span.start + 4));
        xorInt(8, span.trailer);
        hashKey.multiplyH(hash);
    }

    private void absorb(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at < end; at += AesBlocks.BLOCK) {
            int count = Math.min(AesBlocks.BLOCK, end - at);
            for (int i = 0; i < count; i++) {
                hash[i] ^= bytes[at + i];
            }
            hashKey.multiplyH(hash);
        }
    }

    private void xorInt(int at, int value) {
        Bytes.writeInt(hash, at, Bytes.readInt(hash, at) ^ value);
    }
}

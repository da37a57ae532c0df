package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.security.MessageDigest;
import java.util.Arrays;

/** AEAD_AES_128_GCM (RFC 7714; NIST SP 800-38D). */
final class GcmPacketCipher implements PacketCipher {
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final AesBlocks aes;
    private final GaloisHash hash;
    private final byte[] salt;
    private final boolean trailerAuthenticated;
    private final byte[] counter = new byte[AesBlocks.BLOCK];
    private final byte[] mask = new byte[AesBlocks.BLOCK];
    private final byte[] expected = new byte[TAG];
    private final byte[] received = new byte[TAG];

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
        byte[] hashKey = new byte[AesBlocks.BLOCK];
        aes.encrypt(hashKey);
        this.hash = new GaloisHash(hashKey);
        Arrays.fill(hashKey, (byte) 0);
    }

    @Override
    public void seal(byte[] bytes, PacketSpan span) {
        begin(span);
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
        authenticate(bytes, span);
        System.arraycopy(expected, 0, bytes, span.tag, TAG);
    }

    @Override
    public boolean open(byte[] bytes, PacketSpan span) {
        begin(span);
        authenticate(bytes, span);
        System.arraycopy(bytes, span.tag, received, 0, TAG);
        if (!MessageDigest.isEqual(expected, received)) {
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
        Bytes.put32(counter, 2, span.ssrc);
        Bytes.put32(counter, 6, span.index >>> 16);
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
        int additional = span.body - span.start;
        int encrypted = span.end - span.body;
        hash.reset();
        if (trailerAuthenticated) {
            // the eight bytes of an RTCP header and the four behind the packet share a block
            hash.absorb(Bytes.i64(bytes, span.start), (long) span.trailer << Integer.SIZE);
            additional += Integer.BYTES;
        } else {
            hash.absorb(bytes, span.start, additional);
        }
        hash.absorb(bytes, span.body, encrypted);
        hash.absorb((long) additional * Byte.SIZE, (long) encrypted * Byte.SIZE);
        hash.write(mask, expected);
    }
}

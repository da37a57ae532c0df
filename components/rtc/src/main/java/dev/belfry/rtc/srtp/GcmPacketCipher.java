package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.util.Arrays;

/** AEAD_AES_128_GCM (RFC 7714; NIST SP 800-38D). */
final class GcmPacketCipher extends AesPacketCipher {
    private static final int TAG = 16;
    private static final int SSRC = 2;

    private final AesBlocks aes;
    private final GaloisHash hash;
    private final boolean trailerAuthenticated;
    private final byte[] mask = new byte[AesBlocks.BLOCK];

    /**
     * Takes the session key and salt.
     *
     * @param trailerAuthenticated whether the span's trailer is authenticated as well: for RTCP, RFC 7714 section 9.2;
     *     the rollover counter of RTP is in the nonce already
     */
    GcmPacketCipher(byte[] key, byte[] salt, boolean trailerAuthenticated) {
        this(new AesBlocks(key), salt, trailerAuthenticated);
    }

    private GcmPacketCipher(AesBlocks aes, byte[] salt, boolean trailerAuthenticated) {
        super(aes, salt, SSRC, TAG);
        this.aes = aes;
        this.trailerAuthenticated = trailerAuthenticated;
        byte[] hashKey = new byte[AesBlocks.BLOCK];
        aes.encrypt(hashKey);
        this.hash = new GaloisHash(hashKey);
        Arrays.fill(hashKey, (byte) 0);
    }

    @Override
    public boolean tagBeforeNumber() {
        return true;
    }

    /** Sets the mask of the tag and the counter of the first block, RFC 7714 sections 8.1 and 9.1. */
    @Override
    void begin(byte[] nonce) {
        nonce[15] = 1;
        System.arraycopy(nonce, 0, mask, 0, mask.length);
        aes.encrypt(mask);
        nonce[15] = 2;
    }

    @Override
    void authenticate(byte[] bytes, PacketSpan span, byte[] tag) {
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
        hash.write(mask, tag);
    }
}

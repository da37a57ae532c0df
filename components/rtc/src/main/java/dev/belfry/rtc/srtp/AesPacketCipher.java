package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.security.MessageDigest;
import java.util.Arrays;

/** What the ciphers have in common: AES in counter mode from a nonce of the packet's own, and a tag. */
abstract class AesPacketCipher implements PacketCipher {
    private final AesBlocks aes;
    private final byte[] salt;
    private final int ssrcAt;
    private final byte[] counter = new byte[AesBlocks.BLOCK];
    private final byte[] expected;
    private final byte[] received;

    /**
     * Takes the session key and salt.
     *
     * @param ssrcAt where in the counter block the source stands; the packet's index follows it
     */
    AesPacketCipher(AesBlocks aes, byte[] salt, int ssrcAt, int tagLength) {
        this.aes = aes;
        this.salt = salt.clone();
        this.ssrcAt = ssrcAt;
        expected = new byte[tagLength];
        received = new byte[tagLength];
    }

    @Override
    public final void seal(byte[] bytes, PacketSpan span) {
        begin(span);
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
        authenticate(bytes, span, expected);
        System.arraycopy(expected, 0, bytes, span.tag, expected.length);
    }

    @Override
    public final boolean open(byte[] bytes, PacketSpan span) {
        begin(span);
        authenticate(bytes, span, expected);
        System.arraycopy(bytes, span.tag, received, 0, received.length);
        if (!MessageDigest.isEqual(expected, received)) {
            return false;
        }
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
        return true;
    }

    @Override
    public final int tagLength() {
        return expected.length;
    }

    private void begin(PacketSpan span) {
        Arrays.fill(counter, (byte) 0);
        Bytes.put32(counter, ssrcAt, span.ssrc);
        Bytes.put32(counter, ssrcAt + 4, span.index >>> 16);
        Bytes.put16(counter, ssrcAt + 8, (int) span.index);
        for (int i = 0; i < salt.length; i++) {
            counter[i] ^= salt[i];
        }
        begin(counter);
    }

    /** Takes the nonce, with zeros behind it, and makes it the counter of the body's first block. */
    abstract void begin(byte[] nonce);

    /** Computes the tag of an encrypted packet. */
    abstract void authenticate(byte[] bytes, PacketSpan span, byte[] tag);
}

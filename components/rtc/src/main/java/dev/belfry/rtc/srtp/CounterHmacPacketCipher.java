package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** AES_CM_128_HMAC_SHA1_80 (RFC 3711 sections 4.1.1 and 4.2.1). */
final class CounterHmacPacketCipher implements PacketCipher {
    static final int AUTHENTICATION_KEY_LENGTH = 20;

    private static final int TAG = 10;
    private static final int SALT = 14;

    private final AesBlocks aes;
    private final byte[] salt;
    private final Mac mac;
    private final byte[] counter = new byte[AesBlocks.BLOCK];
    private final byte[] trailer = new byte[4];
    private final byte[] fullTag = new byte[20];
    private final byte[] expected = new byte[TAG];
    private final byte[] received = new byte[TAG];

    CounterHmacPacketCipher(byte[] key, byte[] authenticationKey, byte[] salt) {
        this.aes = new AesBlocks(key);
        this.salt = salt.clone();
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA1", e);
        }
    }

    @Override
    public void seal(byte[] bytes, PacketSpan span) {
        crypt(bytes, span);
        authenticate(bytes, span);
        System.arraycopy(expected, 0, bytes, span.tag, TAG);
    }

    @Override
    public boolean open(byte[] bytes, PacketSpan span) {
        authenticate(bytes, span);
        System.arraycopy(bytes, span.tag, received, 0, TAG);
        if (!MessageDigest.isEqual(expected, received)) {
            return false;
        }
        crypt(bytes, span);
        return true;
    }

    @Override
    public int tagLength() {
        return TAG;
    }

    @Override
    public boolean tagBeforeNumber() {
        return false;
    }

    private void crypt(byte[] bytes, PacketSpan span) {
        Arrays.fill(counter, (byte) 0);
        Bytes.put32(counter, 4, span.ssrc);
        Bytes.put32(counter, 8, span.index >>> 16);
        counter[12] = (byte) (span.index >> 8);
        counter[13] = (byte) span.index;
        for (int i = 0; i < SALT; i++) {
            counter[i] ^= salt[i];
        }
        aes.counterMode(counter, bytes, span.body, span.end - span.body);
    }

    private void authenticate(byte[] bytes, PacketSpan span) {
        mac.update(bytes, span.start, span.end - span.start);
        Bytes.put32(trailer, 0, span.trailer);
        mac.update(trailer, 0, trailer.length);
        try {
            mac.doFinal(fullTag, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("a SHA-1 hash has 20 bytes", e);
        }
        System.arraycopy(fullTag, 0, expected, 0, TAG);
    }
}

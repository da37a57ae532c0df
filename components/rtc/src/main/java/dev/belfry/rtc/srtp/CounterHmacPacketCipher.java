package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** AES_CM_128_HMAC_SHA1_80 (RFC 3711 sections 4.1.1 and 4.2.1). */
final class CounterHmacPacketCipher extends AesPacketCipher {
    static final int AUTHENTICATION_KEY_LENGTH = 20;

    private static final int TAG = 10;
    private static final int SSRC = 4;

    private final Mac mac;
    private final byte[] trailer = new byte[4];
    private final byte[] fullTag = new byte[20];

    CounterHmacPacketCipher(byte[] key, byte[] authenticationKey, byte[] salt) {
        super(new AesBlocks(key), salt, SSRC, TAG);
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA1", e);
        }
    }

    @Override
    public boolean tagBeforeNumber() {
        return false;
    }

    /** Leaves the nonce as it is: blocks are counted from zero. */
    @Override
    void begin(byte[] nonce) {}

    @Override
    void authenticate(byte[] bytes, PacketSpan span, byte[] tag) {
        mac.update(bytes, span.start, span.end - span.start);
        Bytes.put32(trailer, 0, span.trailer);
        mac.update(trailer, 0, trailer.length);
        try {
            mac.doFinal(fullTag, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("a SHA-1 hash has 20 bytes", e);
        }
        System.arraycopy(fullTag, 0, tag, 0, TAG);
    }
}

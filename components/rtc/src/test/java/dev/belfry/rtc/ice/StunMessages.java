package dev.belfry.rtc.ice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Writes STUN messages byte by byte, also such as nobody should send. */
final class StunMessages {
    private static final byte[] ID = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private StunMessages() {}

    /** Returns an attribute, padded. */
    static byte[] attribute(int type, byte... value) {
        return ByteBuffer.allocate(4 + ((value.length + 3) & ~3))
                .putShort((short) type)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    /** Returns a message with these attributes, signed with the password unless that is null, and a fingerprint. */
    static byte[] message(int type, @Nullable String password, byte[]... attributes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] attribute : attributes) {
            body.writeBytes(attribute);
        }
        if (password != null) {
            body.writeBytes(attribute(0x0008, hmac(withHeader(type, body, 24), password)));
        }
        byte[] covered = withHeader(type, body, 8);
        CRC32 crc = new CRC32();
        crc.update(covered);
        byte[] fingerprint =
                ByteBuffer.allocate(4).putInt((int) crc.getValue() ^ 0x5354554e).array();
        body.writeBytes(attribute(0x8028, fingerprint));
        return withHeader(type, body, 0);
    }

    private static byte[] withHeader(int type, ByteArrayOutputStream body, int more) {
        return ByteBuffer.allocate(StunBytes.HEADER + body.size())
                .putShort((short) type)
                .putShort((short) (body.size() + more))
                .putInt(0x2112A442)
                .put(ID)
                .put(body.toByteArray())
                .array();
    }

    private static byte[] hmac(byte[] bytes, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.belfry.rtc.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those STUN messages of a peer through that carry the credentials of this round (RFC 8445 section 7.3, RFC
 * 8489 section 9.1): checks, and answers to checks. ice4j would take requests without MESSAGE-INTEGRITY and does not
 * verify that of responses. Thread-safe.
 */
final class StunGuard {
    /** What a message is. */
    enum Verdict {
        DROP,
        REQUEST,
        RESPONSE
    }

    private static final String HMAC = "HmacSHA1";
    private static final int HMAC_LENGTH = 20;

    private final byte[] localName;
    private final Mac localMac;
    private byte @Nullable [] fullName;
    private @Nullable Mac remoteMac;
    private final byte[] digest = new byte[HMAC_LENGTH];
    private final byte[] claimed = new byte[HMAC_LENGTH];
    private final byte[] header = new byte[4];

    StunGuard(IceCredentials local) {
        localName = ascii(local.ufrag() + ":");
        localMac = mac(local.password());
    }

    synchronized void remote(IceCredentials local, IceCredentials remote) {
        fullName = ascii(local.ufrag() + ":" + remote.ufrag());
        remoteMac = mac(remote.password());
    }

    synchronized Verdict check(byte[] bytes, int offset, int length) {
        if (!StunBytes.isWellFormed(bytes, offset, length)
                || !StunBytes.isFingerprintRight(bytes, offset, length)
                || !StunAttributes.areSafe(bytes, offset, length)) {
            return Verdict.DROP;
        }
        return switch (StunBytes.type(bytes, offset)) {
            case StunBytes.BINDING_REQUEST ->
                isForUs(bytes, offset, length)
                                && StunBytes.find(bytes, offset, length, StunBytes.PRIORITY) > 0
                                && isAuthentic(localMac, bytes, offset, length)
                        ? Verdict.REQUEST
                        : Verdict.DROP;
            case StunBytes.BINDING_SUCCESS, StunBytes.BINDING_ERROR ->
                remoteMac != null && isAuthentic(remoteMac, bytes, offset, length) ? Verdict.RESPONSE : Verdict.DROP;
            default -> Verdict.DROP;
        };
    }

    private boolean isForUs(byte[] bytes, int offset, int length) {
        int at = StunBytes.find(bytes, offset, length, StunBytes.USERNAME);
        if (at < 0) {
            return false;
        }
        byte[] expected = fullName == null ? localName : fullName;
        int nameLength = StunBytes.valueLength(bytes, at);
        if (nameLength < expected.length || (fullName != null && nameLength != expected.length)) {
            return false;
        }
        int value = StunBytes.valueAt(at);
        for (int i = 0; i < expected.length; i++) {
            if (bytes[value + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isAuthentic(Mac mac, byte[] bytes, int offset, int length) {
        int at = StunBytes.find(bytes, offset, length, StunBytes.MESSAGE_INTEGRITY);
        if (at < 0 || StunBytes.valueLength(bytes, at) != HMAC_LENGTH) {
            return false;
        }
        int covered = at - offset + HMAC_LENGTH + 4 - StunBytes.HEADER;
        header[0] = bytes[offset];
        header[1] = bytes[offset + 1];
        header[2] = (byte) (covered >> 8);
        header[3] = (byte) covered;
        mac.update(header);
        mac.update(bytes, offset + header.length, at - offset - header.length);
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 has 20 bytes", e);
        }
        System.arraycopy(bytes, StunBytes.valueAt(at), claimed, 0, HMAC_LENGTH);
        return MessageDigest.isEqual(digest, claimed);
    }

    private static Mac mac(String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(ascii(password), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

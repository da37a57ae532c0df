package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The hash of a certificate, as a session description states it in {@code a=fingerprint} (RFC 8122 section 5). Immutable.
 *
 * @since 0.1
 */
public final class Fingerprint {
    /** The hash functions that are accepted, weakest first. SHA-1 and MD5 are not. */
    private static final List<String> ACCEPTED = List.of("sha-256", "sha-384", "sha-512");

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private final String hash;
    private final byte[] value;

    private Fingerprint(String hash, byte[] value) {
        this.hash = hash;
        this.value = value;
    }

    /**
     * Reads a fingerprint.
     *
     * @param hash the hash function: {@code sha-256}, {@code sha-384} or {@code sha-512}, in any case
     * @param value the bytes in hexadecimal, parted by colons
     * @throws RtcException NOT_SECURE if the function is not accepted, MALFORMED_DESCRIPTION if the bytes are not those
     *     of such a hash
     */
    public static Fingerprint of(String hash, String value) throws RtcException {
        String function = hash.toLowerCase(Locale.ROOT);
        if (!ACCEPTED.contains(function)) {
            throw new RtcException(RtcException.Reason.NOT_SECURE, "no fingerprint by " + printable(function));
        }
        int length = digest(function).getDigestLength();
        if (value.length() != 3 * length - 1) {
            throw malformed();
        }
        try {
            return new Fingerprint(function, COLONS.parseHex(value));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** Returns the SHA-256 fingerprint of a certificate in its DER form. */
    static Fingerprint ofCertificate(byte[] der) {
        return new Fingerprint("sha-256", digest("sha-256").digest(der));
    }

    /** Returns the hash function in lower case, such as {@code sha-256}. */
    public String hash() {
        return hash;
    }

    /** Returns the bytes in upper-case hexadecimal, parted by colons. */
    public String value() {
        return COLONS.formatHex(value);
    }

    /** Returns how strong the hash function is, beside others. */
    int strength() {
        return ACCEPTED.indexOf(hash);
    }

    /** Tells whether this is the fingerprint of a certificate in DER form; takes as long whatever the answer. */
    boolean matches(byte[] der) {
        return MessageDigest.isEqual(value, digest(hash).digest(der));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && hash.equals(that.hash) && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Returns what follows {@code a=fingerprint:} in a description. */
    @Override
    public String toString() {
        return hash + " " + value();
    }

    private static MessageDigest digest(String hash) {
        try {
            return MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + hash, e);
        }
    }

    private static RtcException malformed() {
        return new RtcException(RtcException.Reason.MALFORMED_DESCRIPTION, "no fingerprint in hexadecimal");
    }

    private static String printable(String text) {
        return text.length() > 16 ? text.substring(0, 16) : text;
    }
}

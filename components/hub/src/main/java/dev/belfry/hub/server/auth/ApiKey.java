package dev.belfry.hub.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key of a host's back end, kept as its hash. Thread-safe.
 *
 * @since 0.1
 */
public final class ApiKey {
    private static final int LEAST_LENGTH = 16;

    private final byte[] hash;

    /**
     * Creates a key.
     *
     * @param key at least 16 characters, made at random
     */
    public ApiKey(String key) {
        if (key.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException("an API key has at least " + LEAST_LENGTH + " characters");
        }
        hash = sha256(key);
    }

    /** Returns whether this is the key, in a time that does not depend on where the two differ. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(hash, sha256(other));
    }

    /** Returns the SHA-256 of a secret's UTF-8, in hexadecimal. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

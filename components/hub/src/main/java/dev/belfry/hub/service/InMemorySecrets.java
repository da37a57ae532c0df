package dev.belfry.hub.service;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets that are lost with this object.
 *
 * @since 0.1
 */
public final class InMemorySecrets implements Secrets {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    /** Creates a collection without secrets. */
    public InMemorySecrets() {}

    @Override
    public byte[] secret(String name) {
        return secrets.computeIfAbsent(name, any -> fresh()).clone();
    }

    private byte[] fresh() {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return secret;
    }
}

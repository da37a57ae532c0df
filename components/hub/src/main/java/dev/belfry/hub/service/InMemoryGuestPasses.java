package dev.belfry.hub.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guests' links in this JVM.
 *
 * @since 0.1
 */
public final class InMemoryGuestPasses implements GuestPasses {
    private final Map<String, GuestPass> passes = new ConcurrentHashMap<>();

    /** Creates a collection without passes. */
    public InMemoryGuestPasses() {}

    @Override
    public void add(GuestPass pass) {
        passes.put(pass.codeHash(), pass);
    }

    @Override
    public Optional<GuestPass> take(String codeHash, Instant now) {
        passes.values().removeIf(pass -> !now.isBefore(pass.expiresAt()));
        return Optional.ofNullable(passes.remove(codeHash));
    }
}

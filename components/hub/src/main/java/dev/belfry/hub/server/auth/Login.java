package dev.belfry.hub.server.auth;

import dev.belfry.call.ReceiverType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who showed a valid token.
 *
 * @param uid who it is
 * @param expiresAt until when the token is good
 * @param only whom alone a guest may call; null for a user
 * @since 0.1
 */
public record Login(String uid, Instant expiresAt, @Nullable Only only) {
    public Login {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    public boolean isGuest() {
        return only != null;
    }

    /** The one receiver that a guest may call. */
    public record Only(ReceiverType type, String id) {}
}

package dev.belfry.signaling.okhttp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a device reads in its own token (RFC 7519 section 4.1), unverified: that is for the hub.
 *
 * @param subject the user's uid, or null
 * @param issuedAt when it was made, or null
 * @param expiresAt when it ends, or null
 */
record TokenClaims(
        @Nullable String subject,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt) {
    private static final TokenClaims NONE = new TokenClaims(null, null, null);
    private static final int PARTS = 3;

    /** Reads a token; nothing is known of one that is not a JWT. */
    static TokenClaims read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return NONE;
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonParser.parseString(json) instanceof JsonObject claims
                    ? new TokenClaims(text(claims, "sub"), instant(claims, "iat"), instant(claims, "exp"))
                    : NONE;
        } catch (IllegalArgumentException | JsonParseException notJson) {
            return NONE;
        }
    }

    /**
     * Returns how long the token is good for, seen at some time; null if it says nothing of that. This machine's clock
     * may be wrong: then what counts is how long the token was made for.
     */
    @Nullable
    Duration lifeAt(Instant now) {
        if (expiresAt == null) {
            return null;
        }
        Duration left = Duration.between(now, expiresAt);
        Duration whole = issuedAt == null ? left : Duration.between(issuedAt, expiresAt);
        boolean plausible = !left.isNegative() && !left.isZero() && left.compareTo(whole) <= 0;
        Duration life = plausible ? left : whole;
        return life.isNegative() || life.isZero() ? null : life;
    }

    /** Leaves the token's owner out. */
    @Override
    public String toString() {
        return "TokenClaims[expiresAt=" + expiresAt + "]";
    }

    private static @Nullable String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }

    private static @Nullable Instant instant(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonPrimitive value && value.isNumber()
                ? Instant.ofEpochSecond((long) value.getAsDouble())
                : null;
    }
}

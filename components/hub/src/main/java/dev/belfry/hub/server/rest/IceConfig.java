package dev.belfry.hub.server.rest;

import dev.belfry.call.spi.IceServer;
import dev.belfry.signaling.wire.IceServers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The STUN and TURN servers of a hub. TURN servers share a secret with it, as coturn does with {@code use-auth-secret}:
 * a user name is the time at which it expires and the uid, its password the HMAC-SHA1 of that name
 * (draft-uberti-behave-turn-rest-00 section 2.2). Immutable.
 *
 * @since 0.1
 */
public final class IceConfig {
    /** No servers. */
    public static final IceConfig NONE = new IceConfig(List.of(), List.of(), null, Duration.ofHours(6));

    private final List<String> stun;
    private final List<String> turn;
    private final byte @Nullable [] secret;
    private final Duration ttl;

    private IceConfig(List<String> stun, List<String> turn, byte @Nullable [] secret, Duration ttl) {
        this.stun = List.copyOf(stun);
        this.turn = List.copyOf(turn);
        this.secret = secret;
        this.ttl = ttl;
    }

    /**
     * Returns these servers and STUN servers.
     *
     * @param urls {@code stun:host[:port]} (RFC 7064)
     */
    public IceConfig withStun(List<String> urls) {
        requireScheme(urls, List.of("stun:"));
        return new IceConfig(urls, turn, secret, ttl);
    }

    /**
     * Returns these servers and TURN servers.
     *
     * @param sharedSecret what they and the hub share
     * @param life how long credentials are good for; a call that allocates anew after it needs others
     * @param urls {@code turn:host[:port][?transport=udp|tcp]} or {@code turns:host[:port]} (RFC 7065)
     */
    public IceConfig withTurn(String sharedSecret, Duration life, List<String> urls) {
        requireScheme(urls, List.of("turn:", "turns:"));
        if (sharedSecret.isEmpty() || life.toSeconds() < 1) {
            throw new IllegalArgumentException("a TURN server has a secret, and credentials some life");
        }
        return new IceConfig(stun, urls, sharedSecret.getBytes(StandardCharsets.UTF_8), life);
    }

    /** Returns the servers for one user, with credentials that are good from now on. */
    IceServers serversFor(String uid, Instant now) {
        List<IceServer> servers = new ArrayList<>();
        if (!stun.isEmpty()) {
            servers.add(new IceServer(stun, "", ""));
        }
        if (secret != null) {
            String username = now.plus(ttl).getEpochSecond() + ":" + uid;
            servers.add(new IceServer(turn, username, password(secret, username)));
        }
        return new IceServers(servers, ttl);
    }

    private static String password(byte[] secret, String username) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return Base64.getEncoder().encodeToString(hmac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA1", e);
        }
    }

    private static void requireScheme(List<String> urls, List<String> schemes) {
        if (urls.isEmpty() || !urls.stream().allMatch(url -> schemes.stream().anyMatch(url::startsWith))) {
            throw new IllegalArgumentException(
                    "such a server's address begins with " + String.join(" or ", schemes) + ": " + urls);
        }
    }
}

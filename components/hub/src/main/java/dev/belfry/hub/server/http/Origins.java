package dev.belfry.hub.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The web pages whose scripts may use the hub: its own, and those of origins that the host named (RFC 6454).
 *
 * @since 0.1
 */
public final class Origins {
    private final Set<String> named;

    /**
     * Creates a set of origins.
     *
     * @param named {@code https://app.example.org}, without a path
     */
    public Origins(Set<String> named) {
        this.named = named.stream().map(Origins::checked).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the named origins. */
    public Set<String> named() {
        return named;
    }

    /**
     * Returns whether a request may come from a page.
     *
     * @param origin the request's {@code Origin}; null for what is no browser
     * @param host the request's {@code Host}
     */
    public boolean allows(@Nullable String origin, @Nullable String host) {
        if (origin == null || named.contains(origin.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String checked(String origin) {
        URI uri = URI.create(origin);
        if (uri.getScheme() == null
                || uri.getAuthority() == null
                || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("this is no origin: " + origin);
        }
        return origin.toLowerCase(Locale.ROOT);
    }
}

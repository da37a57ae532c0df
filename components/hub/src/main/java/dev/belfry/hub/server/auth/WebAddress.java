package dev.belfry.hub.server.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of pictures, which clients open: on the web, and nowhere else.
 *
 * @since 0.1
 */
public final class WebAddress {
    private static final int MAX_LENGTH = 2_048;

    private WebAddress() {}

    /** Returns whether an address is an absolute one with http or https. */
    public static boolean isWeb(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.toString().length() <= MAX_LENGTH;
    }

    static @Nullable URI orNull(@Nullable Object claim) {
        if (!(claim instanceof String text)) {
            return null;
        }
        try {
            URI address = new URI(text);
            return isWeb(address) ? address : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}

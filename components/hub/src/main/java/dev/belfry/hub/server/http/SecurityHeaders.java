package dev.belfry.hub.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers that keep a browser from doing more with the hub's answers than the hub's page needs.
 *
 * @since 0.1
 */
public final class SecurityHeaders {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private SecurityHeaders() {}

    public static void add(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)");
        response.setHeader("Content-Security-Policy", policy(request.getHeader("Host")));
    }

    /** Some browsers do not count a WebSocket to the page's own host as {@code 'self'}: it is named. */
    static String policy(@Nullable String host) {
        String sockets = host != null && HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
        return "default-src 'self'; connect-src 'self'" + sockets
                + "; img-src 'self' https: data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'"
                + "; form-action 'none'; frame-ancestors 'none'";
    }
}

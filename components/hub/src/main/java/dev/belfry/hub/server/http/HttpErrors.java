package dev.belfry.hub.server.http;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.signaling.wire.WireCodec;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How refusals are answered.
 *
 * @since 0.1
 */
public final class HttpErrors {
    /** The type of every answer with a body. */
    public static final String JSON = "application/json";

    private static final String RETRY_SECONDS = "1";

    private HttpErrors() {}

    /** Returns the status of RFC 9110 for a refusal. */
    public static int status(ErrorCode code) {
        return switch (code) {
            case ERR_BAD_REQUEST, ERR_EMPTY_CALL_SESSION_ID, ERR_CALLING_SELF, ERR_CALL_GROUP_INVALID_STATUS -> 400;
            case ERR_UNAUTHORIZED -> 401;
            case ERR_CALL_NOT_A_PART -> 403;
            case ERR_CALL_SESSION_NOT_FOUND, ERR_RECEIVER_NOT_FOUND -> 404;
            case ERR_CALL_BUSY_SELF, ERR_CALL_TERMINATED, ERR_CALL_USER_ALREADY_JOINED, ERR_CALL_NOT_STARTED -> 409;
            case ERR_RATE_LIMITED -> 429;
            case ERR_UNAVAILABLE -> 503;
            default -> 500;
        };
    }

    /** Answers a request with a refusal. */
    public static void answer(HttpServletResponse response, int status, CallException error) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        header(response, status);
        byte[] body = WireCodec.write(error).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void header(HttpServletResponse response, int status) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        } else if (status == 429 || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
    }
}

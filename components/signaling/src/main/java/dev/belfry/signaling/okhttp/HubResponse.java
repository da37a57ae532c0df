package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.signaling.client.UnansweredException;
import dev.belfry.signaling.wire.WireCodec;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What came back: an answer, a refusal of the hub's, or nothing that the hub itself can have meant, such as a proxy's
 * error page.
 *
 * @param status the HTTP status
 * @param retryAfter how long to wait before asking again (RFC 9110 section 10.2.3); zero if it does not say
 * @param json the body; null if it is not JSON, or too long
 */
record HubResponse(
        int status, Duration retryAfter, @Nullable String json) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;
    private static final int SUCCESS = 200;
    private static final int REDIRECTS = 300;
    private static final long MAX_BODY = 8L << 20;
    private static final Duration LONGEST_WORTH_WAITING = Duration.ofSeconds(10);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    /** Reads a response; the caller closes it. */
    static HubResponse of(Response response) throws IOException {
        return new HubResponse(response.code(), retryAfter(response), json(response));
    }

    /** Tells how long a response asks to wait; zero if it does not say. A date is not read. */
    static Duration retryAfter(Response response) {
        String header = response.header("Retry-After");
        return header != null && SECONDS.matcher(header).matches()
                ? Duration.ofSeconds(Long.parseLong(header))
                : Duration.ZERO;
    }

    boolean isUnauthorized() {
        return status == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    /** Whether the node itself seems out of order. */
    boolean isOutOfOrder() {
        return status >= SERVER_ERRORS;
    }

    /**
     * Makes the answer.
     *
     * @throws CallException the hub's refusal
     * @throws UnansweredException to ask again
     */
    <T> T read(HubRequest.Reader<T> reader) throws CallException, UnansweredException {
        if (json != null && status >= SUCCESS && status < REDIRECTS) {
            try {
                return reader.read(json);
            } catch (CallException malformed) {
                throw new UnansweredException("the answer does not fit", Duration.ZERO, malformed);
            }
        }
        boolean soon = !retryAfter.isZero() && retryAfter.compareTo(LONGEST_WORTH_WAITING) <= 0;
        if (status == TOO_MANY_REQUESTS && !soon) {
            throw new CallException(ErrorCode.ERR_RATE_LIMITED);
        }
        boolean refused = status >= CLIENT_ERRORS && status < SERVER_ERRORS && status != TOO_MANY_REQUESTS;
        if (refused && json != null) {
            throw WireCodec.readError(json);
        }
        if (isUnauthorized()) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED);
        }
        throw new UnansweredException("HTTP " + status, retryAfter, null);
    }

    private static @Nullable String json(Response response) throws IOException {
        MediaType type = response.body().contentType();
        BufferedSource source = response.body().source();
        boolean isJson = type != null && type.subtype().equals("json");
        return isJson && !source.request(MAX_BODY + 1) ? source.readString(StandardCharsets.UTF_8) : null;
    }
}

package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.auth.ApiKey;
import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.http.Bearer;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.RateLimiter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads requests: who sends them, and what they say. */
final class Requests {
    private static final int MAX_ID = 128;
    private static final int TOO_LARGE = 413;

    private final Logins logins;
    private final @Nullable ApiKey apiKey;
    private final Limits limits;
    private final RateLimiter rate;

    Requests(Logins logins, @Nullable ApiKey apiKey, Limits limits, RateLimiter rate) {
        this.logins = logins;
        this.apiKey = apiKey;
        this.limits = limits;
        this.rate = rate;
    }

    /** Returns who sends a request, which counts as one of that user's. */
    Caller caller(Context request) throws CallException {
        Login login =
                logins.verify(Bearer.token(request.header("Authorization")).orElseThrow(Bearer::missing));
        rate.take(login.uid());
        return new Caller(
                login, Bearer.device(login.uid(), request.header(Bearer.DEVICE_HEADER), Bearer.DEVICE_HEADER));
    }

    void requireApiKey(Context request) throws CallException {
        var shown = Bearer.token(request.header("Authorization"));
        if (apiKey == null || shown.isEmpty() || !apiKey.matches(shown.get())) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED, "apiKey", null);
        }
    }

    /** Returns a request's body, which is no longer than it may be. */
    String body(Context request) throws RequestFailure, IOException {
        int max = limits.bodyBytes();
        if (request.req().getContentLengthLong() > max) {
            throw tooLarge();
        }
        try (InputStream in = request.req().getInputStream()) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                throw tooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Returns an id that is a part of a request's path. */
    static String id(Context request, String name) throws CallException {
        String id = request.pathParam(name);
        if (id.isBlank() || id.length() > MAX_ID) {
            throw CallException.badRequest(name);
        }
        return id;
    }

    private static RequestFailure tooLarge() {
        return new RequestFailure(TOO_LARGE, CallException.badRequest("body"));
    }
}

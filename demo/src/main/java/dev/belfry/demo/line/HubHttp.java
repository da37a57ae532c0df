package dev.belfry.demo.line;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.signaling.wire.WireCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Requests to a hub, in JSON over HTTP. Thread-safe; nothing waits. Futures fail with a {@link CallException}. */
public final class HubHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String JSON = "application/json";

    private final HttpClient http;

    public HubHttp(HttpClient http) {
        this.http = http;
    }

    /**
     * Sends one request.
     *
     * @param bearer a user's token, or the API key
     * @param device the id of the device that asks, or null for a back end
     * @param body JSON, or null for a GET
     * @return the answer's body
     */
    public CompletableFuture<String> send(
            URI hub, String path, String bearer, @Nullable String device, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(hub, path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer);
        if (device != null) {
            request.header("Belfry-Device", device);
        }
        if (body != null) {
            request.header("Content-Type", JSON).POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(new CallException(ErrorCode.ERR_CONNECTION_LOST, null, failure));
                    }
                    if (response.statusCode() / 100 != 2) {
                        throw new CompletionException(refusal(response));
                    }
                    return response.body();
                });
    }

    /** Returns the address of a resource of the hub, whose own address may end with a slash or not. */
    static URI address(URI hub, String path) {
        String base = hub.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    private static CallException refusal(HttpResponse<String> response) {
        try {
            return WireCodec.readError(response.body());
        } catch (CallException unreadable) {
            return new CallException(ErrorCode.ERR_CONNECTION_LOST, "HTTP " + response.statusCode(), unreadable);
        }
    }
}

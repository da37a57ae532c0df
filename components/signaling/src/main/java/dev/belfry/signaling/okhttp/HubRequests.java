package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.signaling.client.UnansweredException;
import dev.belfry.signaling.wire.WireCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends requests over HTTP, each once, or twice if the token was refused. Confined to one executor. */
final class HubRequests {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient http;
    private final HubAddresses addresses;
    private final Tokens tokens;
    private final String deviceId;
    private final Executor executor;
    private final Set<Call> calls = new HashSet<>();
    private boolean closed;

    HubRequests(OkHttpClient http, HubAddresses addresses, Tokens tokens, String deviceId, Executor executor) {
        this.http = http;
        this.addresses = addresses;
        this.tokens = tokens;
        this.deviceId = deviceId;
        this.executor = executor;
    }

    /**
     * Sends a request.
     *
     * @return completes on the executor; fails with a {@link CallException} if the hub refuses, with an
     *     {@link UnansweredException} if it is worth asking again
     */
    <T> CompletableFuture<T> send(HubRequest<T> request) {
        try {
            request.validate();
        } catch (CallException impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        return withToken(token -> exchange(request, token).thenCompose(response -> {
            if (!response.isUnauthorized()) {
                return read(request, response);
            }
            tokens.refused(token);
            return withToken(other -> exchange(request, other).thenCompose(second -> readWith(other, request, second)));
        }));
    }

    /** Fetches the user that the token is for. */
    CompletableFuture<User> localUser() {
        return withToken(token -> {
            String uid = TokenClaims.read(token).subject();
            return uid == null
                    ? CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_UNAUTHORIZED, "sub", null))
                    : send(HubRequest.get(WireCodec::readUser, "users", uid));
        });
    }

    /** Gives up on all that is under way. */
    void close() {
        closed = true;
        List.copyOf(calls).forEach(Call::cancel);
    }

    private <T> CompletableFuture<T> withToken(Function<String, CompletableFuture<T>> use) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        var unused = tokens.token().whenComplete((token, failure) -> {
            if (failure == null) {
                Outcome.pass(use.apply(token), answer);
            } else {
                answer.completeExceptionally(asFailure(failure));
            }
        });
        return answer;
    }

    private <T> CompletableFuture<T> readWith(String token, HubRequest<T> request, HubResponse response) {
        if (response.isUnauthorized()) {
            tokens.refused(token);
        }
        return read(request, response);
    }

    private static <T> CompletableFuture<T> read(HubRequest<T> request, HubResponse response) {
        try {
            return CompletableFuture.completedFuture(response.read(request.reader()));
        } catch (CallException | UnansweredException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private CompletableFuture<HubResponse> exchange(HubRequest<?> request, String token) {
        CompletableFuture<HubResponse> answer = new CompletableFuture<>();
        if (closed) {
            return answer;
        }
        HttpUrl node = addresses.current();
        HttpUrl url = HubAddresses.resource(node, request.path(), request.query());
        Request.Builder message = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + token)
                .header("Belfry-Device", deviceId);
        if (request.body() != null) {
            message.post(RequestBody.create(request.body(), JSON));
        }
        Call call = http.newCall(message.build());
        calls.add(call);
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call made, Response response) {
                try (response) {
                    HubResponse read = HubResponse.of(response);
                    executor.execute(() -> finish(made, node, answer, read, null));
                } catch (IOException broken) {
                    executor.execute(() -> finish(made, node, answer, null, broken));
                }
            }

            @Override
            public void onFailure(Call made, IOException failure) {
                executor.execute(() -> finish(made, node, answer, null, failure));
            }
        });
        return answer;
    }

    private void finish(
            Call call,
            HttpUrl node,
            CompletableFuture<HubResponse> answer,
            @Nullable HubResponse response,
            @Nullable IOException failure) {
        calls.remove(call);
        if (response == null || response.isOutOfOrder()) {
            addresses.failed(node);
        }
        if (response == null) {
            answer.completeExceptionally(new UnansweredException("the hub was not reached", Duration.ZERO, failure));
        } else {
            answer.complete(response);
        }
    }

    /** A source that fails for good says so by a typed error; any other failure may pass. */
    private static Throwable asFailure(Throwable failure) {
        Throwable cause = Outcome.cause(failure);
        return cause instanceof CallException refused
                ? new CallException(ErrorCode.ERR_UNAUTHORIZED, refused.detail(), refused)
                : new UnansweredException("the host gives no token", Duration.ZERO, cause);
    }
}

package dev.belfry.demo.phone;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.demo.line.BackEnd;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A hub on this machine or another, whose API key the demo has: it signs its users in as an application's back end would.
 * Thread-safe; nothing waits. Futures fail with a {@link dev.belfry.call.CallException}.
 */
public final class RemoteHub {
    private static final Duration LOGIN = Duration.ofHours(1);
    private static final Duration LINK_LIFE = Duration.ofHours(12);

    private final URI uri;
    private final BackEnd backEnd;

    public RemoteHub(URI uri, String apiKey) {
        this.uri = uri;
        this.backEnd = new BackEnd(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), uri, apiKey);
    }

    /** Signs a user in, who is made if there is none of this uid; returns the line of one device, not yet connected. */
    public CompletableFuture<SignalingClient> signIn(String uid, String deviceId) {
        return OkHttpSignaling.builder(uri)
                .deviceId(deviceId)
                .tokens(() -> token(uid))
                .signIn()
                .thenApply(line -> line);
    }

    /** Makes a link for a browser, by which one guest may call this user, once. */
    public CompletableFuture<URI> guestLink(String uid, String guestName) {
        return backEnd.guestLink(uid, guestName, LINK_LIFE);
    }

    /** What passes is told as such: the line then asks again. */
    private CompletableFuture<String> token(String uid) {
        return backEnd.tokenOfAny(uid, name(uid), LOGIN).exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            boolean passes = cause instanceof CallException refusal
                    && (refusal.code() == ErrorCode.ERR_CONNECTION_LOST || refusal.code() == ErrorCode.ERR_UNAVAILABLE);
            return CompletableFuture.failedFuture(passes ? new IOException("no word from the hub", cause) : failure);
        });
    }

    private static String name(String uid) {
        return uid.substring(0, 1).toUpperCase(Locale.ROOT) + uid.substring(1);
    }
}

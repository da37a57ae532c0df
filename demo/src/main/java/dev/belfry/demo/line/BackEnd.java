package dev.belfry.demo.line;

import dev.belfry.call.ReceiverType;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the back end of an application does with the hub's API key: it makes users, and signs them in. Thread-safe;
 * nothing waits. Futures fail with a {@link dev.belfry.call.CallException}.
 */
public final class BackEnd {
    private static final String DEVICE = "back-end";

    private final HubHttp http;
    private final URI hub;
    private final String apiKey;

    public BackEnd(HttpClient http, URI hub, String apiKey) {
        this.http = new HubHttp(http);
        this.hub = hub;
        this.apiKey = apiKey;
    }

    /** Makes a user, or gives the one there is this name. */
    public CompletableFuture<String> putUser(String uid, String name) {
        return post("v1/users", new AdminMessage.PutUser(uid, name, null, null));
    }

    /** Signs a user in, and makes the user first if there is none of this uid; returns the token. */
    public CompletableFuture<String> tokenOfAny(String uid, String nameIfNew, Duration life) {
        return token(uid, life)
                .thenCompose(token -> http.send(hub, path(uid, ""), token, DEVICE, null))
                .handle((found, unknown) -> unknown == null ? found : null)
                .thenCompose(
                        found -> found == null ? putUser(uid, nameIfNew) : CompletableFuture.completedFuture(found))
                .thenCompose(made -> token(uid, life));
    }

    /** Makes a group, or gives the one there is this name and these members. */
    public CompletableFuture<String> putGroup(String guid, String name, List<String> uids) {
        return post("v1/groups", new AdminMessage.PutGroup(guid, name, null, uids));
    }

    /** Signs a user in; returns the token. */
    public CompletableFuture<String> token(String uid, Duration life) {
        return post(path(uid, "/auth-tokens"), new AdminMessage.TokenRequest(life))
                .thenApply(Decoding.of(AdminCodec::readUserToken))
                .thenApply(AdminMessage.UserToken::token);
    }

    /** Makes a link that lets one guest call a user, once. */
    public CompletableFuture<URI> guestLink(String uid, String guestName, Duration life) {
        return post("v1/guest-links", new AdminMessage.GuestLinkRequest(uid, ReceiverType.USER, guestName, life))
                .thenApply(Decoding.of(AdminCodec::readGuestLink))
                .thenApply(AdminMessage.GuestLink::url);
    }

    private static String path(String uid, String rest) {
        return "v1/users/" + URLEncoder.encode(uid, StandardCharsets.UTF_8).replace("+", "%20") + rest;
    }

    private CompletableFuture<String> post(String path, AdminMessage message) {
        return http.send(hub, path, apiKey, null, AdminCodec.write(message));
    }
}

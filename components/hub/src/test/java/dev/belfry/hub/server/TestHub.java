package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real hub on the loopback interface, with Alice, Bob and Carol; the team is Alice and Bob. */
final class TestHub implements AutoCloseable {
    static final String API_KEY = "an-api-key-of-this-test";
    static final Duration HOUR = Duration.ofHours(1);

    final HubServer server;
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestHub(HubServer server) {
        this.server = server;
    }

    static TestHub start() throws CallException {
        return start(builder -> builder);
    }

    static TestHub start(UnaryOperator<HubServerBuilder> with) throws CallException {
        return new TestHub(with.apply(HubServer.builder()
                        .user("alice", "Alice")
                        .user("bob", "Bob")
                        .user("carol", "Carol")
                        .group("team", "Team", "alice", "bob")
                        .apiKey(API_KEY))
                .start());
    }

    String token(String uid) {
        return server.issueToken(uid, HOUR);
    }

    Answer get(@Nullable String bearer, String path) throws Exception {
        return send(request(bearer, path).GET().build());
    }

    Answer post(@Nullable String bearer, String path, String body) throws Exception {
        return send(request(bearer, path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer getAs(String uid, String path) throws Exception {
        return get(token(uid), path);
    }

    Answer postAs(String uid, String path, String body) throws Exception {
        return post(token(uid), path, body);
    }

    /** Starts a call from one user to another. */
    Answer call(String from, String sessionId, String to) throws Exception {
        return postAs(from, "/v1/calls", """
                {"sessionId":"%s","receiverId":"%s","receiverType":"user","type":"video"}""".formatted(sessionId, to));
    }

    /** Each user of these tests has one device, named after the token's holder. */
    HttpRequest.Builder request(@Nullable String bearer, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).header("Belfry-Device", "desk");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    /** Sends a request; once more if the connection that was kept for it had been closed (RFC 9112 section 9.3.1). */
    Answer send(HttpRequest request) throws Exception {
        try {
            return sendOnce(request);
        } catch (IOException closed) {
            return sendOnce(request);
        }
    }

    Answer sendOnce(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().map().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                entry -> entry.getValue().get(0))));
    }

    @Override
    public void close() {
        server.close();
    }

    record Answer(int status, String body, Map<String, String> headers) {}
}

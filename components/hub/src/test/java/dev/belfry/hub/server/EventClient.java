package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.signaling.wire.ClientFrame;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCommand;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A device's event connection, which keeps all that it receives. */
final class EventClient implements WebSocket.Listener {
    static final Duration LIMIT = Duration.ofSeconds(30);

    final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
    volatile int closeCode;
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile boolean broken;

    static EventClient open(TestHub hub, String uid, long start) {
        return open(hub, uid, "device=desk&start=" + start);
    }

    static EventClient open(TestHub hub, String uid, String query) {
        EventClient client = new EventClient();
        client.socket = hub.http
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + hub.token(uid))
                .buildAsync(uri(hub, query), client)
                .join();
        return client;
    }

    static EventClient openAsBrowser(HttpClient http, URI uri, String token) {
        EventClient client = new EventClient();
        client.socket = http.newWebSocketBuilder()
                .subprotocols("belfry.v1", "bearer." + token)
                .buildAsync(uri, client)
                .join();
        return client;
    }

    static URI uri(TestHub hub, String query) {
        return URI.create(hub.server.uri().toString().replaceFirst("http", "ws") + "/v1/events?" + query);
    }

    WebSocket socket() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }

    void send(long id, WireCommand command) {
        sendText(FrameCodec.write(new ClientFrame(id, command)));
    }

    void sendText(String frame) {
        socket().sendText(frame, true).join();
    }

    <T extends ServerFrame> T await(Class<T> type) {
        Awaitility.await().atMost(LIMIT).until(() -> frames.stream().anyMatch(type::isInstance));
        return frames.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    ServerFrame awaitAnswer(long id) {
        Awaitility.await().atMost(LIMIT).until(() -> frames.stream().anyMatch(frame -> answers(frame, id)));
        return frames.stream().filter(frame -> answers(frame, id)).findFirst().orElseThrow();
    }

    int awaitClose() {
        Awaitility.await().atMost(LIMIT).until(() -> closeCode != 0 || broken);
        return closeCode;
    }

    /** The numbers received, of events and of those skipped. */
    List<Long> numbers() {
        return frames.stream()
                .map(EventClient::number)
                .filter(number -> number >= 0)
                .toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                frames.add(FrameCodec.readServerFrame(text.toString()));
            } catch (CallException malformed) {
                throw new AssertionError(text.toString(), malformed);
            }
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        broken = true;
    }

    private static long number(ServerFrame frame) {
        if (frame instanceof ServerFrame.Delivered delivered) {
            return delivered.event().header().seq();
        }
        return frame instanceof ServerFrame.Skipped skipped ? skipped.seq() : -1;
    }

    private static boolean answers(ServerFrame frame, long id) {
        return (frame instanceof ServerFrame.Answered answered && answered.id() == id)
                || (frame instanceof ServerFrame.Refused refused && refused.id() == id);
    }
}

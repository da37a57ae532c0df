package dev.belfry.signaling.okhttp;

import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A server on a socket that answers as the test says. Thread-safe. */
final class ScriptedHub implements AutoCloseable {
    private static final String EVENTS = "/v1/events";

    private final MockWebServer server = new MockWebServer();
    private final CountedSockets sockets = new CountedSockets();
    private final Map<String, Queue<Function<RecordedRequest, MockResponse>>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    ScriptedHub() {
        server.setServerSocketFactory(sockets);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request);
            }
        });
    }

    ScriptedHub start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns the server, to be configured before it is started. */
    MockWebServer server() {
        return server;
    }

    URI uri() {
        return server.url("/").uri();
    }

    /**
     * Answers the next request for a path, after those that were queued before; the last is given for ever, but
     * for one to a connection for events: those come about when the answers are used up.
     */
    ScriptedHub answers(String path, MockResponse... responses) {
        for (MockResponse response : responses) {
            answers(path, request -> response);
        }
        return this;
    }

    ScriptedHub answers(String path, Function<RecordedRequest, MockResponse> response) {
        Queue<Function<RecordedRequest, MockResponse>> queue = answers.computeIfAbsent(path, any -> new ArrayDeque<>());
        synchronized (queue) {
            queue.add(response);
        }
        return this;
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse refusal(int status, String code) {
        return json(status, "{\"code\":\"" + code + "\"}");
    }

    /** Returns the requests that came, but those for events. */
    List<RecordedRequest> requests() {
        return requests.stream()
                .filter(request -> !request.getUrl().encodedPath().equals(EVENTS))
                .toList();
    }

    /** Returns how often a connection for events was asked for. */
    long knocks() {
        return requests.stream()
                .filter(request -> request.getUrl().encodedPath().equals(EVENTS))
                .count();
    }

    /** Returns the connections for events that came about, in order. */
    List<Connection> connections() {
        return connections.stream()
                .filter(connection -> connection.socket != null)
                .toList();
    }

    Connection connection() {
        List<Connection> all = connections();
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        Queue<Function<RecordedRequest, MockResponse>> queue = answers.get(path);
        if (queue != null) {
            synchronized (queue) {
                boolean once = queue.size() > 1 || path.equals(EVENTS);
                Function<RecordedRequest, MockResponse> next = once ? queue.poll() : queue.peek();
                if (next != null) {
                    return next.apply(request);
                }
            }
        }
        if (path.equals(EVENTS)) {
            Connection connection = new Connection(request, () -> sockets.get(request.getConnectionIndex()));
            connections.add(connection);
            return new MockResponse.Builder().webSocketUpgrade(connection).build();
        }
        return refusal(404, "ERR_CALL_SESSION_NOT_FOUND");
    }

    /** The hub's end of a connection for events. */
    static final class Connection extends WebSocketListener {
        private final RecordedRequest request;
        private final Supplier<Socket> connected;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile @Nullable WebSocket socket;
        private volatile int closedWith;

        Connection(RecordedRequest request, Supplier<Socket> connected) {
            this.request = request;
            this.connected = connected;
        }

        RecordedRequest request() {
            return request;
        }

        @Nullable
        String parameter(String name) {
            return request.getUrl().queryParameter(name);
        }

        /** Returns the frames the device sent. */
        List<String> heard() {
            return List.copyOf(heard);
        }

        /** Returns the code the device closed it with; 0 if it did not. */
        int closedWith() {
            return closedWith;
        }

        void hello(long since) {
            say(FrameCodec.write(new ServerFrame.Hello(since, "alice", "node")));
        }

        void say(ServerFrame frame) {
            say(FrameCodec.write(frame));
        }

        void say(String frame) {
            open().send(frame);
        }

        void say(ByteString bytes) {
            open().send(bytes);
        }

        void close(int code) {
            open().close(code, null);
        }

        /** Breaks the connection off without a word. */
        void drop() {
            try {
                connected.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private WebSocket open() {
            return Objects.requireNonNull(socket, "not open");
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            socket = opened;
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            heard.add(text);
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            closedWith = code;
            from.close(code, null);
        }
    }
}

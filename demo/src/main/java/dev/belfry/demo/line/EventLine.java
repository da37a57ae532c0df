package dev.belfry.demo.line;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.signaling.wire.ClientFrame;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCommand;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A device's connection for events, made again with the next node whenever it is lost. Thread-safe. */
final class EventLine {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LightNetwork network;
    private final String deviceId;
    private final String token;
    private final Consumer<SignalingEvent> events;
    private final long start = System.currentTimeMillis();
    private final SequenceCheck numbers = new SequenceCheck();
    private final CompletableFuture<@Nullable Void> greeted = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<ServerFrame.Answer>> unanswered = new HashMap<>();
    private int turn;
    private long commands;
    private boolean closed;
    private @Nullable EventSocket listener;
    private @Nullable WebSocket socket;

    EventLine(LightNetwork network, String deviceId, String token, int firstNode, Consumer<SignalingEvent> events) {
        this.network = network;
        this.deviceId = deviceId;
        this.token = token;
        this.turn = firstNode;
        this.events = events;
    }

    SequenceCheck numbers() {
        return numbers;
    }

    /** Connects for good; completes with the first greeting. */
    synchronized CompletableFuture<@Nullable Void> connect() {
        if (!closed) {
            Dial dial = new Dial();
            EventSocket current = dial.listener;
            listener = current;
            var unused = network.http()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(address(), current)
                    .whenComplete((opened, failure) -> {
                        if (failure == null) {
                            opened(current, opened);
                        } else {
                            lost(current);
                        }
                    });
        }
        return greeted;
    }

    /** Sends a command once; fails with ERR_CONNECTION_LOST if the connection is lost before the answer. */
    CompletableFuture<ServerFrame.Answer> send(WireCommand command) {
        CompletableFuture<ServerFrame.Answer> answer = new CompletableFuture<>();
        synchronized (this) {
            if (socket == null || listener == null) {
                return CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_CONNECTION_LOST));
            }
            long id = ++commands;
            unanswered.put(id, answer);
            listener.send(socket, FrameCodec.write(new ClientFrame(id, command)));
        }
        return answer;
    }

    void close() {
        WebSocket open;
        synchronized (this) {
            closed = true;
            open = socket;
            socket = null;
            listener = null;
        }
        if (open != null) {
            open.abort();
        }
        failUnanswered();
    }

    private URI address() {
        URI node = network.node(turn);
        long last = numbers.last();
        String since = last < 0 ? "" : "&since=" + last;
        String http = HubHttp.address(node, "v1/events").toString();
        // "http" becomes "ws", and "https" "wss".
        return URI.create("ws" + http.substring("http".length()) + "?device=" + deviceId + "&start=" + start + since);
    }

    private void opened(EventSocket from, WebSocket opened) {
        boolean wanted;
        synchronized (this) {
            wanted = from == listener;
            if (wanted) {
                socket = opened;
            }
        }
        if (!wanted) {
            opened.abort();
        }
    }

    private void lost(EventSocket from) {
        synchronized (this) {
            if (from != listener || closed) {
                return;
            }
            socket = null;
            listener = null;
            turn++;
        }
        network.countReconnect();
        failUnanswered();
        network.after(PAUSE, () -> {
            var unused = connect();
        });
    }

    private void received(EventSocket from, ServerFrame frame) {
        synchronized (this) {
            if (from != listener) {
                return;
            }
        }
        if (frame instanceof ServerFrame.Hello hello) {
            numbers.greeted(hello.since());
            greeted.complete(null);
        } else if (frame instanceof ServerFrame.Skipped skipped) {
            numbers.came(skipped.seq());
        } else if (frame instanceof ServerFrame.Delivered delivered) {
            numbers.came(delivered.event().header().seq());
            events.accept(delivered.event());
        } else if (frame instanceof ServerFrame.Answered answered) {
            settle(answered.id(), answer -> answer.complete(answered.answer()));
        } else if (frame instanceof ServerFrame.Refused refused) {
            settle(refused.id(), answer -> answer.completeExceptionally(refused.error()));
        }
    }

    private void settle(long id, Consumer<CompletableFuture<ServerFrame.Answer>> how) {
        CompletableFuture<ServerFrame.Answer> answer;
        synchronized (this) {
            answer = unanswered.remove(id);
        }
        if (answer != null) {
            how.accept(answer);
        }
    }

    private void failUnanswered() {
        List<CompletableFuture<ServerFrame.Answer>> lost;
        synchronized (this) {
            lost = List.copyOf(unanswered.values());
            unanswered.clear();
        }
        lost.forEach(answer -> answer.completeExceptionally(new CallException(ErrorCode.ERR_CONNECTION_LOST)));
    }

    /** One attempt to connect: its listener knows which connection it belongs to. */
    private final class Dial {
        private final EventSocket listener = new EventSocket(this::onFrame, this::onGone);

        private void onFrame(ServerFrame frame) {
            received(listener, frame);
        }

        private void onGone() {
            lost(listener);
        }
    }
}

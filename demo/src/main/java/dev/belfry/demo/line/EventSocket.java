package dev.belfry.demo.line;

import dev.belfry.call.CallException;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection for events: puts its messages together and reads them, in order. Its methods are the client's. */
final class EventSocket implements WebSocket.Listener {
    private final Consumer<ServerFrame> frames;
    private final Runnable onGone;
    private final StringBuilder message = new StringBuilder();
    private final AtomicBoolean gone = new AtomicBoolean();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    /**
     * Creates a listener.
     *
     * @param onGone told once, when no more frames come
     */
    EventSocket(Consumer<ServerFrame> frames, Runnable onGone) {
        this.frames = frames;
        this.onGone = onGone;
    }

    /** Sends a message after those before it; what fails shows in that the connection is gone. */
    synchronized void send(WebSocket socket, String text) {
        sent = sent.handle((done, failed) -> null).thenCompose(before -> socket.sendText(text, true));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            String json = message.toString();
            message.setLength(0);
            try {
                frames.accept(FrameCodec.readServerFrame(json));
            } catch (CallException unreadable) {
                // The client aborts the connection and hands this to onError.
                throw new CompletionException("the hub sent " + json, unreadable);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        leave();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        leave();
    }

    private void leave() {
        if (gone.compareAndSet(false, true)) {
            onGone.run();
        }
    }
}

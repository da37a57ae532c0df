package dev.belfry.hub.server.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames one after the other and keeps those that a slow reader makes wait, up to a bound. Thread-safe; nothing
 * blocks.
 */
final class SendQueue {
    private final Session session;
    private final int maxBytes;
    private final Runnable onOverflow;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final AtomicInteger drains = new AtomicInteger();
    private long bytes;
    private boolean sending;
    private boolean closed;

    /**
     * Creates a queue.
     *
     * @param onOverflow called once when more would wait than may; nothing is sent from then on
     */
    SendQueue(Session session, int maxBytes, Runnable onOverflow) {
        this.session = session;
        this.maxBytes = maxBytes;
        this.onOverflow = onOverflow;
    }

    void send(String frame) {
        boolean overflow = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            bytes += size(frame);
            if (bytes > maxBytes) {
                closed = true;
                overflow = true;
                waiting.clear();
            } else {
                waiting.add(frame);
            }
        }
        if (overflow) {
            onOverflow.run();
        } else {
            drain();
        }
    }

    /** Sends nothing from now on. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** A frame may be sent at once, within this very call: the counter turns what would be recursion into a loop. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        do {
            String frame = next();
            if (frame != null) {
                session.sendText(frame, Callback.from(() -> sent(frame), failure -> close()));
            }
        } while (drains.decrementAndGet() != 0);
    }

    private synchronized @Nullable String next() {
        if (sending) {
            return null;
        }
        String frame = waiting.poll();
        sending = frame != null;
        return frame;
    }

    private void sent(String frame) {
        synchronized (this) {
            bytes -= size(frame);
            sending = false;
        }
        drain();
    }

    private static int size(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8).length;
    }
}

package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to the hub. Frames are parsed on OkHttp's thread and handed over, as is how it ends, on the executor;
 * after {@link #abandon} nothing more is.
 */
final class LineSocket extends WebSocketListener {
    private static final Logger LOG = System.getLogger(LineSocket.class.getName());
    private static final int NORMAL = 1000;

    private final Executor executor;
    private final Receiver receiver;
    private @Nullable WebSocket socket;
    private boolean over;

    private LineSocket(Executor executor, Receiver receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    /** Where a socket delivers, on the executor. */
    interface Receiver {
        void onFrame(ServerFrame frame);

        /** The last word of a socket. */
        void onLost(LineLoss loss);
    }

    static LineSocket open(OkHttpClient http, Request request, Executor executor, Receiver receiver) {
        LineSocket line = new LineSocket(executor, receiver);
        line.socket = http.newWebSocket(request, line);
        return line;
    }

    void send(String frame) {
        if (socket != null && !over) {
            socket.send(frame);
        }
    }

    /** Sends what is queued, then closes. */
    void close() {
        over = true;
        if (socket != null && !socket.close(NORMAL, null)) {
            socket.cancel();
        }
    }

    /** Drops the socket at once. */
    void abandon() {
        over = true;
        if (socket != null) {
            socket.cancel();
        }
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        ServerFrame frame = read(text);
        executor.execute(() -> {
            if (over) {
                return;
            }
            if (frame == null) {
                abandon();
                receiver.onLost(LineLoss.UNREADABLE);
            } else {
                receiver.onFrame(frame);
            }
        });
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        from.close(NORMAL, null);
        lost(LineLoss.closed(code));
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        LOG.log(Level.DEBUG, "The line broke", failure);
        lost(response == null ? LineLoss.BROKEN : LineLoss.refused(response.code(), HubResponse.retryAfter(response)));
    }

    private void lost(LineLoss loss) {
        executor.execute(() -> {
            if (!over) {
                over = true;
                receiver.onLost(loss);
            }
        });
    }

    /** An event of a kind that is not known here is passed over; null for what is no frame at all. */
    private static @Nullable ServerFrame read(String text) {
        try {
            return FrameCodec.readServerFrame(text);
        } catch (CallException unknown) {
            LOG.log(Level.WARNING, "The hub sent a frame whose {0} does not fit", unknown.detail());
        }
        try {
            return new ServerFrame.Skipped(FrameCodec.readSeq(text));
        } catch (CallException noFrame) {
            LOG.log(Level.WARNING, "It has no number, so the line is made anew: {0}", noFrame.code());
            return null;
        }
    }
}

package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.PeerMessage;
import java.util.concurrent.Executor;

/** Tells a session's listener what happens, in order, on the session's executor. Thread-safe. */
final class SessionEvents {
    private final Executor serial;
    private final MediaSessionListener listener;
    private boolean connected;
    private boolean failed;

    SessionEvents(Executor serial, MediaSessionListener listener) {
        this.serial = serial;
        this.listener = listener;
    }

    /** The first media came; told once. */
    void connected() {
        serial.execute(() -> {
            if (!connected) {
                connected = true;
                listener.onConnected();
            }
        });
    }

    /** The session is of no use any longer; told once. */
    void failed(CallException error) {
        serial.execute(() -> {
            if (!failed) {
                failed = true;
                listener.onFailed(error);
            }
        });
    }

    void error(CallException error) {
        serial.execute(() -> listener.onError(error));
    }

    void lost() {
        serial.execute(listener::onConnectionLost);
    }

    void restored() {
        serial.execute(listener::onConnectionRestored);
    }

    void peerMessage(String participantId, PeerMessage message) {
        serial.execute(() -> listener.onPeerMessage(participantId, message));
    }

    void remoteVideo(String participantId, boolean flows) {
        serial.execute(() -> listener.onRemoteVideo(participantId, flows));
    }

    void screenShare(boolean sharing) {
        serial.execute(() -> listener.onScreenShare(sharing));
    }
}

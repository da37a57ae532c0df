package dev.belfry.rtc.session;

import dev.belfry.rtc.ice.IceTransportState;

/** How far a connection has come, and the state its owner is told. For the loop, but for {@link #state}. */
final class Lifecycle {
    private final PeerConnectionListener listener;
    private IceTransportState path = IceTransportState.NEW;
    private boolean secured;
    private boolean failed;
    private boolean closed;
    private volatile PeerConnectionState state = PeerConnectionState.NEW;

    Lifecycle(PeerConnectionListener listener) {
        this.listener = listener;
    }

    /** Returns the state that the owner was told last. Any thread. */
    PeerConnectionState state() {
        return state;
    }

    IceTransportState path() {
        return path;
    }

    boolean isSecured() {
        return secured;
    }

    boolean isFailed() {
        return failed;
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns whether nothing is to be done any more. */
    boolean isOver() {
        return closed || failed;
    }

    /** Notes the state of the path; {@link #tell} tells the owner. */
    void path(IceTransportState next) {
        path = next;
    }

    /** Both sides have keys; for good. */
    void secured() {
        secured = true;
    }

    void failed() {
        failed = true;
    }

    void closed() {
        closed = true;
    }

    /** Tells the owner the state, if it is another than before. */
    void tell() {
        PeerConnectionState next = current();
        if (next != state) {
            state = next;
            listener.onState(next);
        }
    }

    private PeerConnectionState current() {
        if (closed) {
            return PeerConnectionState.CLOSED;
        }
        if (failed) {
            return PeerConnectionState.FAILED;
        }
        return switch (path) {
            case NEW -> PeerConnectionState.NEW;
            case CHECKING -> secured ? PeerConnectionState.DISCONNECTED : PeerConnectionState.CONNECTING;
            case CONNECTED -> secured ? PeerConnectionState.CONNECTED : PeerConnectionState.CONNECTING;
            case DISCONNECTED -> PeerConnectionState.DISCONNECTED;
            case FAILED -> PeerConnectionState.FAILED;
            case CLOSED -> PeerConnectionState.CLOSED;
        };
    }
}

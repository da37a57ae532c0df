package dev.belfry.engine;

import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.EncodedFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the transport, before it is open, while it is, and after. Thread-safe. */
final class Outgoing implements Consumer<EncodedFrame> {
    private final Map<String, PeerRole> peers = new LinkedHashMap<>();
    private volatile @Nullable MediaTransport transport;

    /** Takes over a transport, with the peers that were added before. */
    synchronized void open(MediaTransport opened) {
        transport = opened;
        peers.forEach(opened::addPeer);
    }

    synchronized void addPeer(String participantId, PeerRole role) {
        MediaTransport open = transport;
        if (peers.putIfAbsent(participantId, role) == null && open != null) {
            open.addPeer(participantId, role);
        }
    }

    synchronized void removePeer(String participantId) {
        MediaTransport open = transport;
        if (peers.remove(participantId) != null && open != null) {
            open.removePeer(participantId);
        }
    }

    /** Returns whether anyone would get what is sent. */
    synchronized boolean hasPeers() {
        return transport != null && !peers.isEmpty();
    }

    @Override
    public void accept(EncodedFrame frame) {
        MediaTransport open = transport;
        if (open != null) {
            open.send(frame);
        }
    }

    void receive(String participantId, PeerMessage message) {
        MediaTransport open = transport;
        if (open != null) {
            open.receive(participantId, message);
        }
    }

    void requestKeyFrame(String participantId) {
        MediaTransport open = transport;
        if (open != null) {
            open.requestKeyFrame(participantId);
        }
    }

    void close() {
        MediaTransport open = transport;
        transport = null;
        if (open != null) {
            open.close();
        }
    }
}

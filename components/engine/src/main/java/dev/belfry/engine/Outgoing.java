package dev.belfry.engine;

import dev.belfry.frame.EncodedFrame;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the transport, before it is open, while it is, and after. Thread-safe. */
final class Outgoing implements Consumer<EncodedFrame> {
    private final Set<String> peers = new LinkedHashSet<>();
    private volatile @Nullable MediaTransport transport;

    /** Takes over a transport, with the peers that were added before. */
    synchronized void open(MediaTransport opened) {
        transport = opened;
        peers.forEach(opened::addPeer);
    }

    synchronized void addPeer(String participantId) {
        MediaTransport open = transport;
        if (peers.add(participantId) && open != null) {
            open.addPeer(participantId);
        }
    }

    synchronized void removePeer(String participantId) {
        MediaTransport open = transport;
        if (peers.remove(participantId) && open != null) {
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

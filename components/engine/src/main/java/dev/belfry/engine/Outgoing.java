package dev.belfry.engine;

import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the transport, before it is open, while it is, and after. Thread-safe. */
final class Outgoing implements Consumer<EncodedFrame> {
    private final Map<String, PeerRole> peers = new LinkedHashMap<>();
    private boolean videoMuted;
    private volatile @Nullable MediaTransport transport;
    private volatile PathStats lastPath = PathStats.NONE;

    /** Takes over a transport, with the peers that were added before. */
    synchronized void open(MediaTransport opened) {
        transport = opened;
        opened.setVideoMuted(videoMuted);
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

    /** Returns how pictures are to be encoded; null while nobody would get them. */
    @Nullable
    Codec videoCodec() {
        MediaTransport open = transport;
        return open == null ? null : open.videoCodec();
    }

    /** Returns how many bits a second of pictures get through. */
    int videoBitrate() {
        MediaTransport open = transport;
        return open == null ? 0 : open.videoBitrate();
    }

    /** Returns the share of packets of sound that does not get through. */
    double audioLoss() {
        MediaTransport open = transport;
        return open == null ? 0 : open.audioLoss();
    }

    synchronized void setVideoMuted(boolean muted) {
        videoMuted = muted;
        MediaTransport open = transport;
        if (open != null) {
            open.setVideoMuted(muted);
        }
    }

    /** Returns what is known of the way; also once closed. */
    PathStats path() {
        MediaTransport open = transport;
        return open == null ? lastPath : open.path();
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
        if (open != null) {
            open.close();
            lastPath = open.path();
        }
        transport = null;
    }
}

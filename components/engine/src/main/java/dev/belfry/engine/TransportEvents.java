package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.frame.EncodedFrame;

/** Takes what a session's transport brings, on the transport's threads, to whom it is for. */
final class TransportEvents implements MediaTransport.Listener {
    private final Participants participants;
    private final VideoSender videoSender;
    private final SessionEvents events;
    private volatile boolean heard;

    TransportEvents(Participants participants, VideoSender videoSender, SessionEvents events) {
        this.participants = participants;
        this.videoSender = videoSender;
        this.events = events;
    }

    @Override
    public void onFrame(String participantId, EncodedFrame frame) {
        participants.onFrame(participantId, frame);
        if (!heard) {
            heard = true;
            events.connected();
        }
    }

    @Override
    public void onKeyFrameRequest(String participantId) {
        videoSender.requestKeyFrame();
    }

    @Override
    public void onPeerMessage(String participantId, PeerMessage message) {
        events.peerMessage(participantId, message);
    }

    @Override
    public void onLost() {
        events.lost();
    }

    @Override
    public void onRestored() {
        events.restored();
    }

    @Override
    public void onError(CallException error) {
        events.error(error);
    }

    @Override
    public void onFailed(CallException error) {
        events.failed(error);
    }
}

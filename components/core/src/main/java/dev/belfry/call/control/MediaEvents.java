package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.PeerMessage;

/** Brings what a media session says onto the serial executor; a session that was closed is not heard any more. */
final class MediaEvents implements MediaSessionListener {
    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionRunner runner;

    MediaEvents(CallLoop loop, CallEntry entry, SessionRunner runner) {
        this.loop = loop;
        this.entry = entry;
        this.runner = runner;
    }

    @Override
    public void onPeerMessage(String participantId, PeerMessage message) {
        run(() -> runner.send(participantId, message));
    }

    @Override
    public void onConnected() {
        tell(new CallEvent.MediaConnected(loop.now()));
    }

    @Override
    public void onAudioLevel(String participantId, double level) {
        run(() -> runner.voices().level(participantId, level));
    }

    @Override
    public void onDominantSpeaker(String participantId) {
        run(() -> runner.voices().speaks(participantId));
    }

    @Override
    public void onScreenShare(boolean sharing) {
        run(() -> runner.screenShare().changed(sharing));
    }

    @Override
    public void onConnectionLost() {
        tell(new CallEvent.MediaLost());
    }

    @Override
    public void onConnectionRestored() {
        tell(new CallEvent.MediaRestored());
    }

    @Override
    public void onError(CallException error) {
        tell(new CallEvent.MediaError(error));
    }

    @Override
    public void onFailed(CallException error) {
        tell(new CallEvent.MediaFailed(error));
    }

    private void tell(CallEvent event) {
        run(() -> loop.dispatch(entry, event));
    }

    private void run(Runnable work) {
        loop.serial().execute(() -> {
            if (!runner.isClosed()) {
                work.run();
            }
        });
    }
}

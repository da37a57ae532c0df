package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A short call with itself over loopback, so that all classes are loaded and all ciphers are ready. */
final class WarmUp {
    private static final long LIMIT_SECONDS = 60;
    private static final int FRAMES = 20;
    private static final int FRAME_BYTES = 3000;

    private final EncodedFramePool frames;
    private final PeerConnectionFactory connections;
    private final CompletableFuture<@Nullable Void> arrived = new CompletableFuture<>();

    WarmUp(PeerConnectionFactory connections, EncodedFramePool frames) {
        this.connections = connections;
        this.frames = frames;
    }

    /** Completes when the call is over and released; fails if there was none. */
    CompletableFuture<@Nullable Void> run() {
        CompletableFuture<PeerConnection> caller = new CompletableFuture<>();
        CompletableFuture<PeerConnection> callee = new CompletableFuture<>();
        PeerConnection calling = open(false, callee);
        PeerConnection called = open(true, caller);
        calling.addTrack(MediaKind.VIDEO, "warm-up");
        caller.complete(calling);
        callee.complete(called);
        called.start();
        calling.start();
        return arrived.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .handle((nothing, error) -> error)
                .thenCompose(error ->
                        CompletableFuture.allOf(calling.close(), called.close()).thenApply(closed -> done(error)));
    }

    private static @Nullable Void done(@Nullable Throwable error) {
        if (error != null) {
            throw new CompletionException(error);
        }
        return null;
    }

    private PeerConnection open(boolean polite, CompletableFuture<PeerConnection> peer) {
        PeerConnectionOptions options = PeerConnectionOptions.of(polite)
                .withIce(IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK));
        return connections.open(options, new Side(peer));
    }

    private final class Side implements PeerConnectionListener {
        private final CompletableFuture<PeerConnection> peer;
        private int received;

        Side(CompletableFuture<PeerConnection> peer) {
            this.peer = peer;
        }

        @Override
        public void onDescription(Description description) {
            peer.join().receive(description);
        }

        @Override
        public void onCandidate(SignaledCandidate candidate) {
            peer.join().receive(candidate);
        }

        @Override
        public void onKeyFrameRequest(LocalTrack track) {
            for (int i = 0; i < FRAMES; i++) {
                EncodedFrame frame = frames.take();
                frame.start(FRAME_BYTES).put(new byte[FRAME_BYTES]).flip(); // all zeros: a key frame to VP8
                frame.describe(Codec.VP8, true, i * 3000L, 0, i);
                track.send(frame);
                frame.release();
            }
        }

        @Override
        public void onFrame(RemoteTrack track, EncodedFrame frame) {
            received++;
            if (received == FRAMES) {
                arrived.complete(null);
            }
        }

        @Override
        public void onFailed(RtcException error) {
            arrived.completeExceptionally(error);
        }
    }
}

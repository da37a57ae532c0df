package dev.belfry.benchmarks;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoDecoder;
import dev.belfry.media.codec.VideoEncoder;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.session.Bitrates;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnection;
import dev.belfry.rtc.session.PeerConnectionFactory;
import dev.belfry.rtc.session.PeerConnectionListener;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.RemoteTrack;
import dev.belfry.rtc.session.SignaledCandidate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One end of a call by Belfry, over loopback: an encoder, a peer connection, and a decoder on a thread of its own. */
final class BelfryEnd implements PeerConnectionListener {
    private static final long PATIENCE_SECONDS = 20;

    final AtomicLong decoded = new AtomicLong();
    private final EncodedFramePool encodedFrames = new EncodedFramePool(1 << 16);
    private final NativeFramePool pictures = new NativeFramePool();
    private final ExecutorService decoding = Executors.newSingleThreadExecutor();
    private final VideoEncoder encoder;
    private final VideoDecoder decoder;
    private final PeerConnection connection;
    private final LocalTrack track;
    private volatile @Nullable PeerConnection peer;
    private volatile @Nullable RtcException failure;
    private volatile boolean keyFrameWanted;

    BelfryEnd(PeerConnectionFactory factory, boolean polite) throws CallException {
        encoder = VideoCodecs.encoder(Clip.settings(Codec.VP8), encodedFrames);
        decoder = VideoCodecs.decoder(Codec.VP8, pictures);
        PeerConnectionOptions options = PeerConnectionOptions.of(polite)
                .withCodecs(List.of(Codec.VP8))
                .withBitrates(new Bitrates(Clip.BITRATE, Clip.BITRATE, 2 * Clip.BITRATE))
                .withIce(IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK));
        connection = factory.open(options, this);
        track = connection.addTrack(MediaKind.VIDEO, "clip");
    }

    void call(BelfryEnd other) {
        peer = other.connection;
        other.peer = connection;
        other.connection.start();
        connection.start();
    }

    /** Encodes a picture and sends it. */
    void show(NativeFrame frame, long number) {
        RtcException error = failure;
        if (error != null) {
            throw new IllegalStateException(error);
        }
        frame.setTime(System.nanoTime(), number);
        boolean keyFrame = keyFrameWanted;
        keyFrameWanted = false;
        try {
            encoder.encode(frame, keyFrame, track::send);
        } catch (CallException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onDescription(Description description) {
        toPeer().receive(description);
    }

    @Override
    public void onCandidate(SignaledCandidate candidate) {
        toPeer().receive(candidate);
    }

    @Override
    public void onKeyFrameRequest(LocalTrack requested) {
        keyFrameWanted = true;
    }

    @Override
    public void onFrame(RemoteTrack remote, EncodedFrame frame) {
        frame.retain();
        decoding.execute(() -> {
            try {
                decoder.decode(frame, picture -> decoded.incrementAndGet());
            } catch (CallException e) {
                remote.requestKeyFrame();
            } finally {
                frame.release();
            }
        });
    }

    @Override
    public void onFailed(RtcException error) {
        failure = error;
    }

    private PeerConnection toPeer() {
        PeerConnection other = peer;
        if (other == null) {
            throw new IllegalStateException("nobody is called");
        }
        return other;
    }

    CompletableFuture<@Nullable Void> hangUp() {
        return connection.close();
    }

    /** Frees everything, once the connection has ended. */
    void free() throws InterruptedException {
        decoding.shutdown();
        if (!decoding.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a decoder does not end");
        }
        encoder.close();
        decoder.close();
        pictures.close();
        encodedFrames.close();
    }
}

package dev.belfry.benchmarks;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One end of a call by libwebrtc, over loopback. */
final class LibwebrtcEnd implements PeerConnectionObserver, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    final AtomicLong decoded = new AtomicLong();
    private final CompletableFuture<@Nullable Void> gathered = new CompletableFuture<>();
    private final CustomVideoSource source = new CustomVideoSource();
    private final VideoTrack track;
    private final RTCPeerConnection connection;
    private final RTCRtpSender sender;

    LibwebrtcEnd(PeerConnectionFactory factory) {
        RTCConfiguration configuration = new RTCConfiguration();
        // bound to every address, loopback as well, which it leaves out otherwise
        configuration.portAllocatorConfig.setDisableAdapterEnumeration(true).setDisableTcp(true);
        connection = factory.createPeerConnection(configuration, this);
        track = factory.createVideoTrack("clip", source);
        sender = connection.addTrack(track, List.of("clip"));
        RTCRtpSendParameters parameters = sender.getParameters();
        parameters.encodings.get(0).minBitrate = Clip.BITRATE;
        parameters.encodings.get(0).maxBitrate = Clip.BITRATE;
        sender.setParameters(parameters);
    }

    void show(VideoFrame frame) {
        source.pushFrame(frame);
    }

    RTCSessionDescription offer() throws Exception {
        return describe(observer -> connection.createOffer(new RTCOfferOptions(), observer));
    }

    RTCSessionDescription answer(RTCSessionDescription offer) throws Exception {
        accept(offer);
        return describe(observer -> connection.createAnswer(new RTCAnswerOptions(), observer));
    }

    void accept(RTCSessionDescription description) throws Exception {
        Done done = new Done();
        connection.setRemoteDescription(description, done);
        await(done.future);
    }

    /** Returns a description with all candidates, each of which is at the address of loopback. */
    private RTCSessionDescription describe(Consumer<CreateSessionDescriptionObserver> creator) throws Exception {
        CompletableFuture<RTCSessionDescription> created = new CompletableFuture<>();
        creator.accept(new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                created.complete(description);
            }

            @Override
            public void onFailure(String error) {
                created.completeExceptionally(new IllegalStateException(error));
            }
        });
        Done done = new Done();
        connection.setLocalDescription(await(created), done);
        await(done.future);
        await(gathered);
        RTCSessionDescription complete = connection.getLocalDescription();
        RTCSdpType type = complete.sdpType;
        return new RTCSessionDescription(
                type, complete.sdp.replaceAll("(?m)^(a=candidate:\\S+ \\d+ \\S+ \\d+) \\S+ ", "$1 127.0.0.1 "));
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // they are in the description
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.complete(null);
        }
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof VideoTrack remote) {
            remote.addSink(frame -> decoded.incrementAndGet());
        }
    }

    @Override
    public void close() {
        connection.removeTrack(sender);
        connection.close();
        track.dispose();
        source.dispose();
    }

    private static final class Done implements SetSessionDescriptionObserver {
        final CompletableFuture<@Nullable Void> future = new CompletableFuture<>();

        @Override
        public void onSuccess() {
            future.complete(null);
        }

        @Override
        public void onFailure(String error) {
            future.completeExceptionally(new IllegalStateException(error));
        }
    }
}

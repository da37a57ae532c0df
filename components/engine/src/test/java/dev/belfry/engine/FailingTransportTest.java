package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailingTransportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aTransportThatCannotBeOpenedFailsTheSession() throws Exception {
        IllegalStateException cause = new IllegalStateException("no network");
        try (Side alice = side((request, listener) -> {
            throw cause;
        })) {
            Side.connect(alice);
            await().atMost(PATIENCE).until(() -> !alice.failures.isEmpty());
            alice.hangUp();
            assertThat(alice.failures).singleElement().satisfies(failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
                assertThat(failure).hasCause(cause);
            });
            assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
        }
    }

    @Test
    void theReasonThatATransportGivesIsKept() throws Exception {
        CallException reason = new CallException(ErrorCode.ERR_UNAUTHORIZED, "expired", null);
        try (Side alice = side((request, listener) -> {
            throw new CompletionException(reason);
        })) {
            Side.connect(alice);
            await().atMost(PATIENCE).until(() -> !alice.failures.isEmpty());
            assertThat(alice.failures).containsExactly(reason);
        }
    }

    @Test
    void aMissingLibraryOfTheTransportFailsTheSession() throws Exception {
        try (Side alice = side((request, listener) -> {
            throw new NoClassDefFoundError("transport");
        })) {
            Side.connect(alice);
            await().atMost(PATIENCE).until(() -> !alice.failures.isEmpty());
            assertThat(alice.failures).extracting(CallException::code).containsExactly(ErrorCode.ERR_MEDIA_FAILED);
        }
    }

    @Test
    void aTransportThatBreaksFailsTheSessionOnceAndIsClosed() throws Exception {
        CallException reason = new CallException(ErrorCode.ERR_CONNECTION_LOST, "no path", null);
        AtomicInteger closed = new AtomicInteger();
        try (Side alice = side((request, listener) -> {
            listener.onFailed(reason);
            listener.onFailed(reason);
            return new Closable(closed);
        })) {
            Side.connect(alice);
            await().atMost(PATIENCE).until(() -> !alice.failures.isEmpty());
            alice.hangUp();
            assertThat(alice.failures).containsExactly(reason);
            assertThat(closed).hasValue(1);
            assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
        }
    }

    private static Side side(MediaTransports transports) {
        return new Side(
                "alice",
                LiveMediaEngine.builder(transports)
                        .camera(new VideoSourceSpec.Pattern(160, 90, 15))
                        .microphone(new AudioSourceSpec.Silence())
                        .speaker(new AudioSinkSpec.Discard()));
    }

    /** Counts how often it is closed. */
    private record Closable(AtomicInteger closed) implements MediaTransport {
        @Override
        public void addPeer(String participantId, PeerRole role) {}

        @Override
        public void setVideoMuted(boolean muted) {}

        @Override
        public @Nullable Codec videoCodec() {
            return null;
        }

        @Override
        public int videoBitrate() {
            return 0;
        }

        @Override
        public double audioLoss() {
            return 0;
        }

        @Override
        public PathStats path() {
            return PathStats.NONE;
        }

        @Override
        public void receive(String participantId, PeerMessage message) {}

        @Override
        public void removePeer(String participantId) {}

        @Override
        public void send(EncodedFrame frame) {}

        @Override
        public void requestKeyFrame(String participantId) {}

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}

package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One side of a real call in one process: signals to the other by method calls, and records what it hears. */
final class TestPeer implements PeerConnectionListener {
    /** Long, since the first call of a process on a busy machine takes some seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final List<PeerConnectionState> states = new CopyOnWriteArrayList<>();
    final List<RemoteTrack> tracks = new CopyOnWriteArrayList<>();
    final List<RemoteTrack> endedTracks = new CopyOnWriteArrayList<>();
    final List<RtcException> failures = new CopyOnWriteArrayList<>();
    final List<RtcException> refusals = new CopyOnWriteArrayList<>();
    final List<Long> targets = new CopyOnWriteArrayList<>();
    final List<ByteBuffer> pictures = new CopyOnWriteArrayList<>();
    final List<ByteBuffer> sounds = new CopyOnWriteArrayList<>();
    final List<String> mids = new CopyOnWriteArrayList<>();
    final AtomicInteger keyFrameRequests = new AtomicInteger();
    volatile UnaryOperator<Description> onItsWay = UnaryOperator.identity();
    volatile Function<SignaledCandidate, Stream<SignaledCandidate>> detour = Stream::of;
    volatile long firstFrameAt;
    final PeerConnection connection;
    private @Nullable TestPeer other;
    private final Object change = new Object();

    TestPeer(PeerConnectionFactory connections, PeerConnectionOptions options) {
        connection = connections.open(options, this);
    }

    void signalTo(TestPeer peer) {
        other = peer;
    }

    /** Waits until this holds; returns whether it did within half a minute. */
    boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        synchronized (change) {
            while (!condition.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                change.wait(Math.min(left, 20));
            }
        }
        return true;
    }

    /** Sends pictures until the condition holds, 30 a second. */
    boolean sendPictures(LocalTrack track, EncodedFramePool frames, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        int requested = -1;
        int number = 0;
        synchronized (change) {
            while (!until.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                boolean key = keyFrameRequests.get() != requested;
                requested = keyFrameRequests.get();
                send(track, frames, key, number++);
                change.wait(33);
            }
        }
        return true;
    }

    static void send(LocalTrack track, EncodedFramePool frames, boolean key, int number) {
        boolean sound = track.kind() == MediaKind.AUDIO;
        int size = sound ? 80 : key ? 6000 : 1500;
        EncodedFrame frame = frames.take();
        ByteBuffer data = frame.start(size);
        for (int i = 0; i < size; i++) {
            data.put((byte) (i == 0 ? (key ? 0x10 : 0x11) : number + i));
        }
        data.flip();
        frame.describe(
                sound ? Codec.OPUS : Codec.VP8,
                key || sound,
                number * (sound ? 960L : 3000L),
                System.nanoTime(),
                number);
        track.send(frame);
        frame.release();
    }

    @Override
    public void onDescription(Description description) {
        Objects.requireNonNull(other).connection.receive(onItsWay.apply(description));
    }

    @Override
    public void onCandidate(SignaledCandidate candidate) {
        detour.apply(candidate).forEach(Objects.requireNonNull(other).connection::receive);
    }

    @Override
    public void onState(PeerConnectionState state) {
        states.add(state);
        changed();
    }

    @Override
    public void onTrack(RemoteTrack track) {
        tracks.add(track);
        changed();
    }

    @Override
    public void onTrackEnded(RemoteTrack track) {
        endedTracks.add(track);
        changed();
    }

    @Override
    public void onFrame(RemoteTrack track, EncodedFrame frame) {
        if (firstFrameAt == 0) {
            firstFrameAt = System.nanoTime();
        }
        ByteBuffer copy = ByteBuffer.allocate(frame.data().remaining());
        copy.put(frame.data().duplicate()).flip();
        (track.kind() == MediaKind.AUDIO ? sounds : pictures).add(copy);
        mids.add(track.mid());
        changed();
    }

    @Override
    public void onKeyFrameRequest(LocalTrack track) {
        keyFrameRequests.incrementAndGet();
        changed();
    }

    @Override
    public void onTargetBitrate(long bitsPerSecond) {
        targets.add(bitsPerSecond);
    }

    @Override
    public void onRefused(RtcException error) {
        refusals.add(error);
        changed();
    }

    @Override
    public void onFailed(RtcException error) {
        failures.add(error);
        changed();
    }

    List<PeerConnectionState> states() {
        return new ArrayList<>(states);
    }

    private void changed() {
        synchronized (change) {
            change.notifyAll();
        }
    }
}

package dev.belfry.engine.browser;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnection;
import dev.belfry.rtc.session.PeerConnectionListener;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.PeerConnectionState;
import dev.belfry.rtc.session.PeerConnections;
import dev.belfry.rtc.session.RemoteTrack;
import dev.belfry.rtc.session.SignaledCandidate;
import dev.belfry.rtc.stats.StatsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Our side: a peer connection, with real encoders before it and real decoders behind it. One thread of its own encodes,
 * another decodes.
 */
final class BelfryPeer implements Peer, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(16_384);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final PeerConnections connections =
            PeerConnections.builder(this::thread, packets, frames).build();
    private final ScheduledExecutorService encoding = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService decoding = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Signal> signals = new ConcurrentLinkedQueue<>();
    private final Map<LocalTrack, PictureSender> senders = new ConcurrentHashMap<>();
    private final Map<RemoteTrack, PictureReader> pictures = new ConcurrentHashMap<>();
    private final Map<RemoteTrack, ToneReader> tones = new ConcurrentHashMap<>();
    private final List<RtcException> errors = new CopyOnWriteArrayList<>();
    private final PeerConnection connection;

    BelfryPeer(PeerConnectionOptions options) {
        connection = connections.open(options, new Listener());
    }

    /** Begins; what is sent first has to be added before. */
    void start() {
        connection.start();
    }

    LocalTrack sendTone(String streamId, double hertz) throws CallException {
        LocalTrack track = connection.addTrack(MediaKind.AUDIO, streamId);
        every(20, new ToneSender(track, hertz, frames));
        return track;
    }

    LocalTrack sendPicture(String streamId, int width, int height, Corners corners) {
        LocalTrack track = connection.addTrack(MediaKind.VIDEO, streamId);
        PictureSender sender = new PictureSender(track, width, height, corners, frames);
        senders.put(track, sender);
        every(33, sender);
        return track;
    }

    void restartIce() {
        connection.restartIce();
    }

    PeerConnectionState state() {
        return connection.state();
    }

    boolean sees(Corners corners) {
        return seen().stream().anyMatch(each -> each.corners().match(corners));
    }

    boolean hears(double hertz) {
        return heard().stream().anyMatch(each -> each.is(hertz));
    }

    List<Seen> seen() {
        return pictures.values().stream().map(PictureReader::read).toList();
    }

    List<Heard> heard() {
        return tones.values().stream().map(ToneReader::read).toList();
    }

    /** Counts pictures, and times between them, from now on. */
    void restartReading() {
        pictures.values().forEach(PictureReader::restart);
    }

    List<RtcException> errors() {
        return errors;
    }

    StatsReport statistics() {
        return connection
                .statistics()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Ends the call, and waits until everything is released. */
    void hangUp() {
        connection.close().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Waits until no thread of the connection runs any longer; fails if one goes on. */
    void awaitThreads() {
        for (Thread thread : threads) {
            await((time, unit) -> {
                unit.timedJoin(thread, time);
                return !thread.isAlive();
            });
        }
    }

    int packetsLeft() {
        return packets.outstanding();
    }

    int framesLeft() {
        return frames.outstanding();
    }

    @Override
    public List<Signal> take() {
        List<Signal> taken = new ArrayList<>();
        for (Signal signal = signals.poll(); signal != null; signal = signals.poll()) {
            taken.add(signal);
        }
        return taken;
    }

    @Override
    public void receive(Signal signal) {
        if (signal instanceof Signal.Described described) {
            connection.receive(described.description());
        } else if (signal instanceof Signal.Found found) {
            connection.receive(found.candidate());
        }
    }

    @Override
    public String describe() {
        return state() + " " + errors + "\nseen " + seen() + "\nheard " + heard() + "\n" + statistics();
    }

    @Override
    public void close() {
        hangUp();
        encoding.shutdown();
        decoding.shutdown();
        await(encoding::awaitTermination);
        await(decoding::awaitTermination);
        senders.values().forEach(PictureSender::close);
        pictures.values().forEach(PictureReader::close);
        connections.close();
        frames.close();
    }

    private interface Wait {
        boolean ends(long time, TimeUnit unit) throws InterruptedException;
    }

    private static void await(Wait wait) {
        try {
            if (!wait.ends(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a thread does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "belfry-peer-" + threads.size());
        threads.add(thread);
        return thread;
    }

    private void every(int millis, Runnable task) {
        var unused = encoding.scheduleAtFixedRate(task, 0, millis, TimeUnit.MILLISECONDS);
    }

    private final class Listener implements PeerConnectionListener {
        @Override
        public void onDescription(Description description) {
            signals.add(new Signal.Described(description));
        }

        @Override
        public void onCandidate(SignaledCandidate candidate) {
            signals.add(new Signal.Found(candidate));
        }

        @Override
        public void onTrack(RemoteTrack track) {
            if (track.kind() == MediaKind.VIDEO) {
                pictures.put(track, new PictureReader(track));
            } else {
                tones.put(track, new ToneReader(track));
            }
        }

        @Override
        public void onTrackEnded(RemoteTrack track) {
            tones.remove(track);
            PictureReader ended = pictures.remove(track);
            if (ended != null) {
                decoding.execute(ended::close);
            }
        }

        @Override
        public void onFrame(RemoteTrack track, EncodedFrame frame) {
            frame.retain();
            try {
                decoding.execute(() -> decode(track, frame));
            } catch (RejectedExecutionException e) {
                frame.release();
            }
        }

        @Override
        public void onKeyFrameRequest(LocalTrack track) {
            senders.values().forEach(PictureSender::wantKeyFrame);
        }

        @Override
        public void onTargetBitrate(long bitsPerSecond) {
            senders.values().forEach(each -> each.aimAt(bitsPerSecond / senders.size()));
        }

        @Override
        public void onCodecs(LocalTrack track, List<Codec> codecs) {
            senders.values().forEach(PictureSender::wantKeyFrame);
        }

        @Override
        public void onRefused(RtcException error) {
            errors.add(error);
        }

        @Override
        public void onFailed(RtcException error) {
            errors.add(error);
        }
    }

    private void decode(RemoteTrack track, EncodedFrame frame) {
        PictureReader picture = pictures.get(track);
        ToneReader tone = tones.get(track);
        if (picture != null) {
            picture.decode(frame);
        } else if (tone != null) {
            tone.decode(frame);
        } else {
            frame.release();
        }
    }
}

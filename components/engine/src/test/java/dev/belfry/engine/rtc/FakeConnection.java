package dev.belfry.engine.rtc;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnection;
import dev.belfry.rtc.session.PeerConnectionListener;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.PeerConnectionState;
import dev.belfry.rtc.session.RemoteTrack;
import dev.belfry.rtc.session.SignaledCandidate;
import dev.belfry.rtc.stats.RtcStats;
import dev.belfry.rtc.stats.StatsReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A connection that writes down what is asked of it and does what the test says. */
final class FakeConnection implements PeerConnection {
    final PeerConnectionOptions options;
    final PeerConnectionListener listener;
    final List<String> asked = new ArrayList<>();
    final List<FakeTrack> tracks = new ArrayList<>();
    List<RtcStats> figures = List.of();
    private PeerConnectionState state = PeerConnectionState.NEW;
    double loss;

    FakeConnection(PeerConnectionOptions options, PeerConnectionListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** Makes the connection, to a peer that decodes these. */
    void connect(Codec... codecs) {
        listener.onCodecs(tracks.get(1), List.of(codecs));
        become(PeerConnectionState.CONNECTED);
    }

    void become(PeerConnectionState newState) {
        state = newState;
        listener.onState(newState);
    }

    @Override
    public void start() {
        asked.add("start");
    }

    @Override
    public LocalTrack addTrack(MediaKind kind, String streamId) {
        FakeTrack track = new FakeTrack(kind, streamId, asked, () -> loss);
        tracks.add(track);
        return track;
    }

    @Override
    public void receive(Description description) {
        asked.add(description.type() + " " + description.sdp());
    }

    @Override
    public void receive(SignaledCandidate candidate) {
        asked.add(candidate.isEnd() ? "end " + candidate.ufrag() : candidate.candidate() + " " + candidate.ufrag());
    }

    @Override
    public void restartIce() {
        asked.add("restart");
    }

    @Override
    public CompletableFuture<StatsReport> statistics() {
        return CompletableFuture.completedFuture(new StatsReport(Instant.EPOCH, figures));
    }

    @Override
    public PeerConnectionState state() {
        return state;
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        asked.add("close");
        return CompletableFuture.completedFuture(null);
    }

    record FakeTrack(MediaKind kind, String streamId, List<String> asked, DoubleSupplier loss) implements LocalTrack {
        @Override
        public double lossAtPeer() {
            return loss.getAsDouble();
        }

        @Override
        public @Nullable String mid() {
            return null;
        }

        @Override
        public List<Codec> codecs() {
            return List.of();
        }

        @Override
        public void send(EncodedFrame frame) {
            asked.add("send " + kind + " " + frame.sequence());
        }

        @Override
        public void setMuted(boolean muted) {
            asked.add("mute " + kind + " " + muted);
        }

        @Override
        public void remove() {
            asked.add("remove " + kind);
        }
    }

    record FakeRemote(MediaKind kind, String mid, List<String> asked) implements RemoteTrack {
        @Override
        public @Nullable String streamId() {
            return null;
        }

        @Override
        public void requestKeyFrame() {
            asked.add("want key frame of " + mid);
        }

        @Override
        public double audioLevel() {
            return 0;
        }
    }
}

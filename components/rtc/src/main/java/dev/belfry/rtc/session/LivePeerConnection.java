package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.stats.StatsReport;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The handle of a connection: hands everything on to the loop, where an {@link Assembly} does it. */
final class LivePeerConnection implements PeerConnection, SendTrack.Commands {
    private final Loop loop;
    private final MediaContext context;
    private final Assembly assembly;
    private final Queue<SendTrack> tracks = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<@Nullable Void> ended;
    private volatile boolean closing;

    /**
     * Creates a connection.
     *
     * @param ended completes when the loop has ended
     */
    LivePeerConnection(MediaContext context, Assembly assembly, CompletableFuture<@Nullable Void> ended) {
        this.loop = context.loop();
        this.context = context;
        this.assembly = assembly;
        this.ended = ended;
    }

    @Override
    public void start() {
        loop.execute(assembly::start);
    }

    @Override
    public LocalTrack addTrack(MediaKind kind, String streamId) {
        SendTrack track = new SendTrack(context, kind, streamId, assembly::send, this);
        if (closing) {
            track.close();
            return track;
        }
        tracks.add(track);
        loop.execute(() -> assembly.add(track));
        return track;
    }

    @Override
    public void receive(Description description) {
        loop.execute(() -> assembly.receive(description));
    }

    @Override
    public void receive(SignaledCandidate candidate) {
        loop.execute(() -> assembly.receive(candidate));
    }

    @Override
    public void restartIce() {
        loop.execute(assembly::restartIce);
    }

    @Override
    public CompletableFuture<StatsReport> statistics() {
        CompletableFuture<StatsReport> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(assembly.report()));
        // the loop drops what comes after its end
        return answer.applyToEither(ended.thenApply(nothing -> assembly.lastReport()), report -> report);
    }

    @Override
    public PeerConnectionState state() {
        return assembly.state();
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        closing = true;
        tracks.forEach(SendTrack::stop);
        loop.execute(assembly::close);
        return ended.copy();
    }

    @Override
    public void remove(SendTrack track) {
        tracks.remove(track);
        loop.execute(() -> assembly.remove(track));
    }

    @Override
    public void unmuted(SendTrack track) {
        loop.execute(() -> assembly.unmuted(track));
    }
}

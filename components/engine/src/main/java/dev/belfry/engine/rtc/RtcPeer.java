package dev.belfry.engine.rtc;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnection;
import dev.belfry.rtc.session.PeerConnectionFactory;
import dev.belfry.rtc.session.PeerConnectionListener;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.PeerConnectionState;
import dev.belfry.rtc.session.RemoteTrack;
import dev.belfry.rtc.session.SignaledCandidate;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The connection to one of the others. Thread-safe; the connection calls it on its loop. */
final class RtcPeer implements PeerConnectionListener {
    private static final System.Logger LOG = System.getLogger(RtcPeer.class.getName());
    private static final String STREAM = "belfry";

    /** So often the path may be gone for good before the connection is: once, then a new one is looked for. */
    private static final int MAX_FAILURES = 2;

    private final String id;
    private final RtcTransport transport;
    private final boolean restarts;
    private final PeerConnection connection;
    private final LocalTrack audio;
    private final LocalTrack video;
    private final RemoteTracks remote = new RemoteTracks();
    private volatile List<Codec> codecs = List.of();
    private volatile long bitrate;
    private volatile PeerConnectionState state = PeerConnectionState.NEW;
    private volatile boolean wasConnected;
    private volatile PathStats path = PathStats.NONE;
    private int failures;

    RtcPeer(
            String id,
            PeerRole role,
            PeerConnectionFactory factory,
            PeerConnectionOptions options,
            RtcTransport transport) {
        this.id = id;
        this.transport = transport;
        this.restarts = role == PeerRole.IMPOLITE;
        this.bitrate = options.bitrates().start();
        this.connection = factory.open(options, this);
        this.audio = connection.addTrack(MediaKind.AUDIO, STREAM);
        this.video = connection.addTrack(MediaKind.VIDEO, STREAM);
    }

    void start() {
        connection.start();
    }

    void receive(PeerMessage message) {
        if (message instanceof PeerMessage.Description description) {
            Description.Type type =
                    description.type() == DescriptionType.OFFER ? Description.Type.OFFER : Description.Type.ANSWER;
            connection.receive(new Description(type, description.sdp()));
        } else if (message instanceof PeerMessage.Candidate candidate) {
            connection.receive(new SignaledCandidate(
                    candidate.candidate(), candidate.mid(), candidate.mLineIndex(), candidate.ufrag()));
        } else if (message instanceof PeerMessage.EndOfCandidates end) {
            connection.receive(SignaledCandidate.end(end.ufrag()));
        }
    }

    void send(EncodedFrame frame) {
        (frame.kind() == MediaKind.AUDIO ? audio : video).send(frame);
    }

    void setVideoMuted(boolean muted) {
        video.setMuted(muted);
    }

    void requestKeyFrame() {
        RemoteTrack seen = remote.current(MediaKind.VIDEO);
        if (seen != null) {
            seen.requestKeyFrame();
        }
    }

    boolean isConnected() {
        return state == PeerConnectionState.CONNECTED;
    }

    /** Returns whether it was connected and is not now, without having said goodbye. */
    boolean isLost() {
        return wasConnected && !isConnected() && state != PeerConnectionState.CLOSED;
    }

    /** Returns what it decodes of the pictures; empty before it is known. */
    List<Codec> codecs() {
        return codecs;
    }

    /** Returns how many bits a second of pictures it can take. */
    long bitrate() {
        return bitrate;
    }

    /** Returns the share of packets of sound that it does not get. */
    double audioLoss() {
        return audio.lossAtPeer();
    }

    /** Returns what is known of the way to it, and has that looked up anew. */
    PathStats path() {
        var unused = connection.statistics().thenAccept(report -> path = PathFigures.of(report));
        return path;
    }

    /** Closes the connection; completes with the last figures once nothing of it is left. */
    CompletableFuture<PathStats> close() {
        return connection.close().thenCompose(done -> connection.statistics()).thenApply(PathFigures::of);
    }

    @Override
    public void onDescription(Description description) {
        DescriptionType type =
                description.type() == Description.Type.OFFER ? DescriptionType.OFFER : DescriptionType.ANSWER;
        transport.say(id, new PeerMessage.Description(type, description.sdp()));
    }

    @Override
    public void onCandidate(SignaledCandidate candidate) {
        transport.say(
                id,
                candidate.isEnd()
                        ? new PeerMessage.EndOfCandidates(candidate.ufrag())
                        : new PeerMessage.Candidate(
                                candidate.candidate(), candidate.mid(), candidate.mLineIndex(), candidate.ufrag()));
    }

    @Override
    public void onState(PeerConnectionState newState) {
        state = newState;
        switch (newState) {
            case CONNECTED -> {
                wasConnected = true;
                failures = 0;
                transport.keyFrameWanted(id);
            }
            case DISCONNECTED -> restart();
            case FAILED -> {
                failures++;
                if (failures >= MAX_FAILURES) {
                    transport.failed(id, new CallException(ErrorCode.ERR_CONNECTION_LOST, id, null));
                } else {
                    restart();
                }
            }
            case NEW, CONNECTING, CLOSED -> {}
        }
        transport.peersChanged();
    }

    @Override
    public void onTrack(RemoteTrack track) {
        remote.add(track);
    }

    @Override
    public void onTrackEnded(RemoteTrack track) {
        RemoteTrack instead = remote.remove(track);
        if (instead != null) {
            instead.requestKeyFrame();
        }
    }

    @Override
    public void onFrame(RemoteTrack track, EncodedFrame frame) {
        if (remote.counts(track)) {
            transport.deliver(id, frame);
        }
    }

    @Override
    public void onKeyFrameRequest(LocalTrack track) {
        transport.keyFrameWanted(id);
    }

    @Override
    public void onCodecs(LocalTrack track, List<Codec> known) {
        if (track.kind() == MediaKind.VIDEO) {
            codecs = List.copyOf(known);
            transport.peersChanged();
        }
    }

    @Override
    public void onTargetBitrate(long bitsPerSecond) {
        bitrate = bitsPerSecond;
        transport.peersChanged();
    }

    @Override
    public void onRefused(RtcException error) {
        LOG.log(Level.WARNING, "a description of participant " + id + " was refused", error);
    }

    @Override
    public void onFailed(RtcException error) {
        transport.failed(id, asCallException(error));
    }

    /** One side alone looks for a new path; two would only cross each other. */
    private void restart() {
        if (restarts) {
            connection.restartIce();
        }
    }

    private CallException asCallException(RtcException error) {
        boolean noPath = error.reason() == RtcException.Reason.NO_PATH;
        return new CallException(noPath ? ErrorCode.ERR_CONNECTION_LOST : ErrorCode.ERR_MEDIA_FAILED, id, error);
    }
}

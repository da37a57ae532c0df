package dev.belfry.engine.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.Candidate;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerMessage.EndOfCandidates;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.engine.MediaTransport;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.FakeConnection.FakeRemote;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.PeerConnectionState;
import dev.belfry.rtc.session.SignaledCandidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtcTransportTest {
    private static final IceServer HUBS = new IceServer(List.of("turn:hub.example"), "until-noon", "secret");
    private static final IceServer HOSTS = IceServer.stun("stun:host.example");

    private final List<FakeConnection> connections = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final EncodedFramePool pool = new EncodedFramePool(16);
    private final RtcTransports transports = RtcTransports.builder()
            .iceServers(token -> List.of(HOSTS))
            .connections((options, listener) -> {
                FakeConnection connection = new FakeConnection(options, listener);
                connections.add(connection);
                return connection;
            })
            .build();
    private final MediaTransport transport = transports.open(
            new MediaTransports.Request(new CallToken("s", "t"), "alice", Codec.VP9, 1_500_000, List.of(HUBS)),
            new HeardListener());

    @AfterEach
    void nothingIsLeft() {
        transport.close();
        assertThat(pool.outstanding()).isZero();
        assertThat(transports.outstanding()).isZero();
        transports.close();
    }

    @Test
    void eachPeerHasAConnectionWithItsPartInIt() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.POLITE);
        transport.addPeer("bob", PeerRole.IMPOLITE);
        assertThat(connections).hasSize(2);
        assertThat(connections.get(0).options.polite()).isFalse();
        assertThat(connections.get(1).options.polite()).isTrue();
        assertThat(connections.get(0).options.codecs()).containsExactly(Codec.OPUS, Codec.VP9, Codec.VP8, Codec.H264);
        assertThat(connections.get(0).options.bitrates().start()).isEqualTo(300_000);
        assertThat(connections.get(0).tracks)
                .extracting(FakeConnection.FakeTrack::kind)
                .containsExactly(MediaKind.AUDIO, MediaKind.VIDEO);
        assertThat(connections.get(0).asked).endsWith("start");
    }

    @Test
    void serversOfTheHostAndOfTheHubHelp() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        assertThat(connections.get(0).options.ice().servers()).containsExactly(HOSTS, HUBS);
    }

    @Test
    void descriptionsAndCandidatesPassBothWays() {
        transport.addPeer("bob", PeerRole.POLITE);
        transport.receive("bob", new PeerMessage.Description(DescriptionType.OFFER, "v=0"));
        transport.receive("bob", new Candidate("candidate:1", "0", 0, "uf"));
        transport.receive("bob", new EndOfCandidates("uf"));
        transport.receive("carol", new EndOfCandidates(null));
        assertThat(connections.get(0).asked).endsWith("start", "OFFER v=0", "candidate:1 uf", "end uf");

        connections.get(0).listener.onDescription(new Description(Description.Type.ANSWER, "v=0"));
        connections.get(0).listener.onCandidate(new SignaledCandidate("candidate:2", "1", 1, null));
        connections.get(0).listener.onCandidate(SignaledCandidate.end("uf"));
        assertThat(heard)
                .containsExactly(
                        "bob " + new PeerMessage.Description(DescriptionType.ANSWER, "v=0"),
                        "bob " + new Candidate("candidate:2", "1", 1, null),
                        "bob " + new EndOfCandidates("uf"));
    }

    @Test
    void picturesAreWantedOnceAPeerIsConnectedAndAsThePeersDecodeThem() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        assertThat(transport.videoCodec()).isNull();
        connections.get(0).connect(Codec.VP8, Codec.VP9, Codec.H264);
        assertThat(transport.videoCodec()).isEqualTo(Codec.VP9);
        assertThat(heard).contains("bob wants a key frame");

        transport.addPeer("carol", PeerRole.IMPOLITE);
        assertThat(transport.videoCodec()).isEqualTo(Codec.VP9);
        connections.get(1).connect(Codec.H264, Codec.VP8);
        assertThat(transport.videoCodec()).isEqualTo(Codec.VP8);
        transport.removePeer("carol");
        assertThat(transport.videoCodec()).isEqualTo(Codec.VP9);
    }

    @Test
    void theSlowestPeerSaysHowMuchIsSent() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.IMPOLITE);
        assertThat(transport.videoBitrate()).isEqualTo(300_000);
        connections.get(0).connect(Codec.VP8);
        connections.get(1).connect(Codec.VP8);
        connections.get(0).listener.onTargetBitrate(900_000);
        connections.get(1).listener.onTargetBitrate(400_000);
        assertThat(transport.videoBitrate()).isEqualTo(400_000);
        transport.removePeer("carol");
        assertThat(transport.videoBitrate()).isEqualTo(900_000);
    }

    @Test
    void thePeerThatLosesMostSaysHowMuchIsLost() {
        assertThat(transport.audioLoss()).isZero();
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.POLITE);
        connections.get(0).loss = 0.1;
        connections.get(1).loss = 0.02;
        assertThat(transport.audioLoss()).isEqualTo(0.1);
    }

    @Test
    void framesGoToEveryPeerAndComeFromTheTrackThatCounts() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.IMPOLITE);
        EncodedFrame sound = frame(Codec.OPUS, 1);
        EncodedFrame picture = frame(Codec.VP8, 2);
        transport.send(sound);
        transport.send(picture);
        assertThat(connections)
                .allSatisfy(connection -> assertThat(connection.asked).endsWith("send AUDIO 1", "send VIDEO 2"));

        FakeConnection bob = connections.get(0);
        FakeRemote camera = new FakeRemote(MediaKind.VIDEO, "camera", heard);
        FakeRemote screen = new FakeRemote(MediaKind.VIDEO, "screen", heard);
        bob.listener.onTrack(camera);
        bob.listener.onFrame(camera, picture);
        bob.listener.onTrack(screen);
        bob.listener.onFrame(camera, picture);
        transport.requestKeyFrame("bob");
        bob.listener.onTrackEnded(screen);
        assertThat(heard).containsExactly("bob sends 2", "want key frame of screen", "want key frame of camera");
        sound.release();
        picture.release();
    }

    @Test
    void aPathThatIsGoneIsLookedForByTheImpoliteSideAlone() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.POLITE);
        connections.forEach(connection -> connection.connect(Codec.VP8));
        heard.clear();
        connections.forEach(connection -> connection.become(PeerConnectionState.DISCONNECTED));
        assertThat(connections.get(0).asked).contains("restart");
        assertThat(connections.get(1).asked).doesNotContain("restart");
        assertThat(heard).containsExactly("lost");
        connections.get(0).become(PeerConnectionState.CONNECTED);
        assertThat(heard).containsExactly("lost", "bob wants a key frame", "restored");
    }

    @Test
    void aPathThatFailsAgainIsAnErrorAndWithTheLastPeerTheEnd() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.addPeer("carol", PeerRole.IMPOLITE);
        connections.get(0).become(PeerConnectionState.FAILED);
        assertThat(heard).isEmpty();
        connections.get(0).become(PeerConnectionState.FAILED);
        assertThat(heard).containsExactly("error ERR_CONNECTION_LOST bob");
        assertThat(connections.get(0).asked).endsWith("close");
        connections.get(1).listener.onFailed(new RtcException(RtcException.Reason.NOT_SECURE, "fingerprint"));
        assertThat(heard).endsWith("failed ERR_MEDIA_FAILED carol");
    }

    @Test
    void whoLeftIsNotHeardAnyMore() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        FakeConnection bob = connections.get(0);
        transport.removePeer("bob");
        bob.connect(Codec.VP8);
        bob.listener.onDescription(new Description(Description.Type.ANSWER, "v=0"));
        assertThat(bob.asked).endsWith("close");
        assertThat(heard).isEmpty();
        assertThat(transport.videoCodec()).isNull();
    }

    @Test
    void aMutedCameraIsMutedForThoseWhoComeLaterToo() {
        transport.addPeer("bob", PeerRole.IMPOLITE);
        transport.setVideoMuted(true);
        transport.addPeer("carol", PeerRole.IMPOLITE);
        assertThat(connections)
                .allSatisfy(connection -> assertThat(connection.asked).contains("mute VIDEO true"));
    }

    private EncodedFrame frame(Codec codec, long number) {
        EncodedFrame frame = pool.take();
        frame.start(1).put((byte) 1).flip();
        frame.describe(codec, true, 0, 0, number);
        return frame;
    }

    private final class HeardListener implements MediaTransport.Listener {
        @Override
        public void onFrame(String participantId, EncodedFrame frame) {
            heard.add(participantId + " sends " + frame.sequence());
        }

        @Override
        public void onKeyFrameRequest(String participantId) {
            heard.add(participantId + " wants a key frame");
        }

        @Override
        public void onPeerMessage(String participantId, PeerMessage message) {
            heard.add(participantId + " " + message);
        }

        @Override
        public void onLost() {
            heard.add("lost");
        }

        @Override
        public void onRestored() {
            heard.add("restored");
        }

        @Override
        public void onError(CallException error) {
            heard.add("error " + error.code() + " " + error.detail());
        }

        @Override
        public void onFailed(CallException error) {
            assertThat(error.code()).isIn(ErrorCode.ERR_CONNECTION_LOST, ErrorCode.ERR_MEDIA_FAILED);
            heard.add("failed " + error.code() + " " + error.detail());
        }
    }
}

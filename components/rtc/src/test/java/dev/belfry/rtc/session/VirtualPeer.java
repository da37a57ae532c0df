package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.PacketNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A media session of its own on a virtual network and clock, which records what it hears. */
final class VirtualPeer implements MediaSession.Listener, SendTrack.Commands {
    static final HeaderExtensionMap EXTENSIONS = new HeaderExtensionMap(Map.of(
            HeaderExtension.MID, 1,
            HeaderExtension.TRANSPORT_SEQUENCE, 2,
            HeaderExtension.ABS_SEND_TIME, 3,
            HeaderExtension.ABS_CAPTURE_TIME, 4));

    final PacketPool packets = new PacketPool();
    final EncodedFramePool frames = new EncodedFramePool(1500);
    final PacketNetwork.Endpoint endpoint;
    final MediaContext context;
    final MediaSession session;
    final List<Received> received = new ArrayList<>();
    final List<Long> targets = new ArrayList<>();
    int keyFrameRequests;
    private final FakeScheduler time;
    private @Nullable InetSocketAddress peer;

    /** A frame as it came. */
    record Received(
            String mid, long number, boolean keyFrame, long timestamp, long captured, long at, ByteBuffer bytes) {}

    VirtualPeer(FakeScheduler time, PacketNetwork network, String address, long seed, Bitrates rates) {
        this.time = time;
        this.endpoint = network.open(address, 5000);
        this.context = new MediaContext(new VirtualLoop(time), packets, frames, new Random(seed));
        this.session = new MediaSession(context, this::sendOut, rates, this);
        endpoint.receiver(this::onDatagram);
    }

    static SectionParameters parameters(String mid, MediaKind kind, boolean rtx) {
        List<NegotiatedFormat> formats = kind == MediaKind.AUDIO
                ? List.of(new NegotiatedFormat(Codec.OPUS, 111, NegotiatedFormat.NO_RTX, Map.of()))
                : List.of(
                        new NegotiatedFormat(Codec.VP8, 96, rtx ? 97 : NegotiatedFormat.NO_RTX, Map.of()),
                        new NegotiatedFormat(Codec.VP9, 98, rtx ? 99 : NegotiatedFormat.NO_RTX, Map.of()));
        return new SectionParameters(mid, kind, formats, formats, EXTENSIONS, true, List.of());
    }

    void connect(InetSocketAddress to) {
        peer = to;
        session.start();
    }

    SendTrack track(String mid, MediaKind kind) {
        SendTrack track = new SendTrack(context, kind, "s", session::send, this);
        session.add(track);
        session.negotiated(track, parameters(mid, kind, true));
        return track;
    }

    ReceiveTrack expect(String mid, MediaKind kind) {
        ReceiveTrack track = new ReceiveTrack(kind, mid, "s", request -> {});
        session.add(new Section(track, parameters(mid, kind, true)));
        return track;
    }

    List<Received> received(String mid) {
        return received.stream().filter(frame -> frame.mid().equals(mid)).toList();
    }

    @Override
    public void onFrame(ReceiveTrack track, EncodedFrame frame) {
        byte[] bytes = new byte[frame.data().remaining()];
        frame.data().get(frame.data().position(), bytes);
        received.add(new Received(
                track.mid(),
                frame.sequence(),
                frame.isKeyFrame(),
                frame.timestamp(),
                frame.captureNanos(),
                time.nanoTime(),
                ByteBuffer.wrap(bytes)));
    }

    @Override
    public void onKeyFrameRequest(SendTrack track) {
        keyFrameRequests++;
    }

    @Override
    public void onTargetBitrate(long bitsPerSecond) {
        targets.add(bitsPerSecond);
    }

    @Override
    public void remove(SendTrack track) {
        session.remove(track);
    }

    @Override
    public void unmuted(SendTrack track) {
        session.requestKeyFrame(track);
    }

    private boolean sendOut(Packet packet) {
        if (peer != null) {
            endpoint.send(packet.bytes(), packet.offset(), packet.length(), peer);
        }
        packet.release();
        return peer != null;
    }

    private void onDatagram(byte[] datagram, InetSocketAddress from) {
        Packet packet = packets.take();
        packet.set(datagram, 0, datagram.length);
        packet.arrivedAt(time.nanoTime());
        session.receive(packet);
    }
}

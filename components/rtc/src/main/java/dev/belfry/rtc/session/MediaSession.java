package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtcp.RtcpReader;
import dev.belfry.rtc.rtp.PacketKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The media of a connection above a port for its packets: streams out and in, their repair, reports and rates. It knows
 * nothing of sockets, keys and descriptions. For the loop.
 */
final class MediaSession {
    private final MediaContext context;
    private final BitrateControl control;
    private final PacketSender sender;
    private final PacketReceiver receiver;
    private final RtcpLoop rtcp;
    private final RtcpInput rtcpInput;
    private final RtcpReader rtcpReader = new RtcpReader();
    private final Alarm alarm;
    private final SendTracks tracks;
    private boolean flowing;
    private boolean closed;

    /** Hears of the media, on the loop. */
    interface Listener {
        /** A frame came; retain it to keep it. */
        void onFrame(ReceiveTrack track, EncodedFrame frame);

        void onKeyFrameRequest(SendTrack track);

        void onTargetBitrate(long bitsPerSecond);
    }

    MediaSession(MediaContext context, MediaPort port, Bitrates rates, Listener listener) {
        this.context = context;
        this.control = new BitrateControl(rates, listener::onTargetBitrate);
        this.sender = new PacketSender(context, port, control);
        this.tracks = new SendTracks(context.loop(), sender, control, listener::onKeyFrameRequest);
        this.receiver = new PacketReceiver(context, listener::onFrame, new Requests());
        this.rtcp = new RtcpLoop(context, port, sender, receiver, rates.maxReceived());
        this.rtcpInput = new RtcpInput(context, sender, receiver, control, tracks::onRequest);
        this.alarm = new Alarm(context.loop(), this::run);
    }

    BitrateControl control() {
        return control;
    }

    List<SendTrack> tracks() {
        return tracks.all();
    }

    List<Section> sections() {
        return receiver.sections();
    }

    @Nullable
    Section section(String mid) {
        return receiver.find(mid);
    }

    /** Returns how many packets came that fit nothing that was agreed on. */
    long unassigned() {
        return receiver.unassigned();
    }

    String canonicalName() {
        return rtcp.canonicalName();
    }

    /** Packets pass from now on. */
    void start() {
        if (flowing || closed) {
            return;
        }
        flowing = true;
        rtcp.start(context.loop().nanoTime());
        tracks.start();
        run();
    }

    void add(SendTrack track) {
        tracks.add(track);
    }

    void remove(SendTrack track) {
        tracks.remove(track);
    }

    /** Takes what was agreed for a track; null for nothing. Returns whether its codecs changed. */
    boolean negotiated(SendTrack track, @Nullable SectionParameters agreed) {
        return tracks.negotiated(track, agreed);
    }

    void add(Section section) {
        receiver.add(section);
    }

    void change(Section section, SectionParameters agreed) {
        receiver.change(section, agreed);
    }

    void remove(Section section) {
        receiver.remove(section);
    }

    /** Takes a frame over, to be sent. */
    void send(SendTrack track, EncodedFrame frame) {
        if (tracks.send(track, frame)) {
            alarm.set(sender.run(context.loop().nanoTime()));
        }
    }

    /** The owner needs a key frame of a track of the peer's. */
    void needKeyFrame(ReceiveTrack track) {
        Section section = receiver.find(track.mid());
        if (section != null && section.stream() instanceof InboundVideo video) {
            video.requireKeyFrame(context.loop().nanoTime());
            run();
        }
    }

    /** A track is to be seen again, or for the first time. */
    void requestKeyFrame(SendTrack track) {
        tracks.requestKeyFrame(track);
    }

    /** Takes an RTP or RTCP packet over that is genuine and in the clear. */
    void receive(Packet packet) {
        if (closed) {
            packet.release();
        } else if (PacketKind.of(packet) == PacketKind.RTCP) {
            try {
                rtcpReader.read(packet, rtcpInput);
            } finally {
                packet.release();
            }
            adapt();
        } else {
            receiver.receive(packet);
        }
        run();
    }

    /** The path takes that long there and back, as ICE measured it; one who only receives learns it in no other way. */
    void pathRoundTrip(long nanos) {
        control.roundTrip().measured(nanos);
        receiver.roundTrip(control.roundTrip().nanos(nanos));
    }

    /** Says goodbye, and lets go of everything. */
    void close() {
        if (closed) {
            return;
        }
        if (flowing) {
            rtcp.goodbye();
        }
        closed = true;
        alarm.cancel();
        sender.close();
        tracks.close();
        receiver.close();
    }

    private void run() {
        if (closed || !flowing) {
            return;
        }
        long now = context.loop().nanoTime();
        long next = Math.min(receiver.run(now), rtcp.run(now));
        alarm.set(Math.min(next, sender.run(now)));
    }

    private void adapt() {
        sender.pacer().rate(control.bitsPerSecond(), context.loop().nanoTime());
        control.tell();
    }

    private final class Requests implements InboundVideo.Repair {
        @Override
        public void missing(InboundVideo stream, int[] sequences, int count) {
            if (flowing) {
                rtcp.missing(stream, sequences, count);
            }
        }

        @Override
        public void keyFrame(InboundVideo stream) {
            if (flowing) {
                rtcp.keyFrame(stream);
            }
        }
    }
}

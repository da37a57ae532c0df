package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.congestion.TransportFeedbackRecorder;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.negotiation.NegotiatedMedia;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.RtxStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the RTP packets of all streams of the peer, and undoes what RTX did (RFC 4588). For the loop. */
final class PacketReceiver {
    private static final Logger LOG = System.getLogger(PacketReceiver.class.getName());

    private final MediaContext context;
    private final InboundStream.FrameTaker taker;
    private final InboundVideo.Repair repair;
    private final PeerClock peerClock;
    private final TransportFeedbackRecorder arrivals = new TransportFeedbackRecorder();
    private final Demultiplexer demultiplexer = new Demultiplexer();
    private final RtpPacket view = new RtpPacket();
    private long unassigned;

    PacketReceiver(MediaContext context, InboundStream.FrameTaker taker, InboundVideo.Repair repair) {
        this.context = context;
        this.taker = taker;
        this.repair = repair;
        this.peerClock = new PeerClock(context.ntp());
    }

    /** Returns what is told to the peer of the packets' arrival. */
    TransportFeedbackRecorder arrivals() {
        return arrivals;
    }

    /** Returns how many packets were dropped since they fit no section, or none of its payload types. */
    long unassigned() {
        return unassigned;
    }

    List<Section> sections() {
        return demultiplexer.sections();
    }

    @Nullable
    Section find(String mid) {
        return demultiplexer.find(mid);
    }

    @Nullable
    InboundStream find(long ssrc) {
        Section section = demultiplexer.bySource(ssrc);
        return section == null ? null : section.stream();
    }

    /** Begins to receive in a section; streams the peer announced are known from now on. */
    void add(Section section) {
        sections().add(section);
        announce(section);
    }

    /** Takes a section's parameters that were agreed on anew. */
    void change(Section section, SectionParameters agreed) {
        section.parameters(agreed);
        announce(section);
    }

    void remove(Section section) {
        section.stream(null);
        sections().remove(section);
    }

    /** Takes an RTP packet over. */
    void receive(Packet packet) {
        if (!view.read(packet) || sections().isEmpty()) {
            drop(packet);
            return;
        }
        Section section = demultiplexer.bySource(view.ssrc());
        if (section == null) {
            section = demultiplexer.ofUnknown(view);
        }
        int number = transportSequence(section);
        if (number >= 0) {
            arrivals.received(number, packet.arrivalNanos());
        }
        NegotiatedFormat format = section == null ? null : section.format(view.payloadType());
        if (section == null || format == null) {
            drop(packet);
            return;
        }
        if (format.rtxPayloadType() == view.payloadType()) {
            receiveResent(section, packet, format);
        } else {
            receiveFresh(section, packet, format);
        }
    }

    void roundTrip(long nanos) {
        for (int i = 0; i < sections().size(); i++) {
            if (sections().get(i).stream() instanceof InboundVideo video) {
                video.roundTrip(nanos);
            }
        }
    }

    /**
     * Hands on what is complete, and asks for what is missing.
     *
     * @return when to call again; {@link Long#MAX_VALUE} for no need to
     */
    long run(long now) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < sections().size(); i++) {
            if (sections().get(i).stream() instanceof InboundVideo video) {
                next = Math.min(next, video.run(now));
            }
        }
        return next;
    }

    void close() {
        sections().forEach(section -> section.stream(null));
        sections().clear();
    }

    private void drop(Packet packet) {
        if (unassigned++ == 0) {
            LOG.log(Level.DEBUG, "A packet fits nothing that was agreed on, for the first time");
        }
        packet.release();
    }

    /** Returns the transport-wide number of the packet read last, or -1; null for a section that is not known. */
    private int transportSequence(@Nullable Section known) {
        for (int i = 0; i < sections().size(); i++) {
            Section section = sections().get(i);
            if ((known == null || known == section) && section.parameters().transportFeedback()) {
                int number = section.extensions().transportSequence(view);
                if (number >= 0) {
                    return number;
                }
            }
        }
        return -1;
    }

    private void receiveFresh(Section section, Packet packet, NegotiatedFormat format) {
        InboundStream stream = section.stream();
        if (stream == null || stream.ssrc() != view.ssrc()) {
            stream = begin(section, view.ssrc());
        }
        int level = section.extensions().audioLevel(view);
        if (level >= 0) {
            section.track().level(level);
        }
        stream.receive(packet, view, format, section.extensions());
    }

    private void receiveResent(Section section, Packet packet, NegotiatedFormat format) {
        InboundStream stream = section.stream();
        if (stream == null) {
            drop(packet);
            return;
        }
        stream.rtxSsrc(view.ssrc());
        if (!RtxStream.unwrap(packet, view, stream.ssrc(), format.payloadType())) {
            drop(packet);
            return;
        }
        stream.receiveResent(packet, view, format);
    }

    private void announce(Section section) {
        List<NegotiatedMedia.RemoteSource> sources = section.parameters().remoteSources();
        InboundStream stream = section.stream();
        if (!sources.isEmpty()
                && (stream == null || stream.ssrc() != sources.get(0).ssrc())) {
            begin(section, sources.get(0).ssrc());
        }
    }

    private InboundStream begin(Section section, long ssrc) {
        long rtx = InboundStream.UNKNOWN;
        for (NegotiatedMedia.RemoteSource source : section.parameters().remoteSources()) {
            if (source.ssrc() == ssrc) {
                rtx = source.rtxSsrc();
            }
        }
        InboundStream stream = section.track().kind() == MediaKind.AUDIO
                ? new InboundAudio(context, section.track(), peerClock, ssrc, taker)
                : new InboundVideo(context, section.track(), peerClock, ssrc, rtx, taker, repair);
        section.stream(stream);
        return stream;
    }
}

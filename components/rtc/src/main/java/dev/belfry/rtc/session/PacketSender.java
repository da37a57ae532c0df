package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.congestion.DeliveryMonitor;
import dev.belfry.rtc.congestion.Pacer;
import dev.belfry.rtc.congestion.ResendBudget;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.NtpClock;
import dev.belfry.rtc.rtp.RtpPacket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the packets of all streams through the pacer. As they leave, packets get what is known only then: transport-wide
 * number and time. For the loop.
 */
final class PacketSender {
    private final MediaContext context;
    private final MediaPort port;
    private final Pacer pacer;
    private final DeliveryMonitor delivery;
    private final ResendBudget budget;
    private final List<OutboundStream> streams = new ArrayList<>();
    private final RtpPacket view = new RtpPacket();

    PacketSender(MediaContext context, MediaPort port, BitrateControl control) {
        this.context = context;
        this.port = port;
        this.delivery = control.delivery();
        this.budget = new ResendBudget(control.roundTrip());
        this.pacer = new Pacer(this::leave, control.bitsPerSecond());
    }

    Pacer pacer() {
        return pacer;
    }

    List<OutboundStream> streams() {
        return streams;
    }

    void add(OutboundStream stream) {
        streams.add(stream);
    }

    void remove(OutboundStream stream) {
        streams.remove(stream);
    }

    /** Returns the stream with this source; null if there is none. */
    @Nullable
    OutboundStream find(long ssrc) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).owns(ssrc)) {
                return streams.get(i);
            }
        }
        return null;
    }

    /** Takes all packets of a frame; returns whether there were any. */
    boolean send(MediaKind kind, ArrayDeque<Packet> frame) {
        Pacer.Priority priority = kind == MediaKind.AUDIO ? Pacer.Priority.SOUND : Pacer.Priority.PICTURES;
        long now = context.loop().nanoTime();
        boolean first = true;
        boolean any = !frame.isEmpty();
        for (Packet packet = frame.pollFirst(); packet != null; packet = frame.pollFirst()) {
            packet.arrivedAt(now); // in the queue, from which it leaves in a while
            pacer.add(packet, priority, first);
            first = false;
        }
        return any;
    }

    /** Sends a packet again that the peer misses, within what is allowed. */
    void resend(OutboundStream stream, int sequence, long now) {
        int length = stream.kept(sequence);
        if (length == 0 || !budget.allows(stream.ssrc(), sequence, length, now)) {
            return;
        }
        Packet again = stream.resend(sequence);
        if (again != null) {
            again.arrivedAt(now);
            pacer.add(again, Pacer.Priority.RESENT, true);
        }
    }

    /**
     * Sends what is due.
     *
     * @return when to call again; {@link Long#MAX_VALUE} if nothing waits
     */
    long run(long now) {
        return pacer.send(now);
    }

    void close() {
        pacer.close();
        streams.forEach(OutboundStream::close);
        streams.clear();
    }

    private void leave(Packet packet) {
        OutboundStream stream = view.read(packet) ? find(view.ssrc()) : null;
        if (stream == null) {
            packet.release(); // its track was removed meanwhile
            return;
        }
        long now = context.loop().nanoTime();
        boolean resent = view.ssrc() != stream.ssrc();
        long waited = now - packet.arrivalNanos();
        HeaderExtensionMap extensions = stream.extensions();
        stream.counters().sent(view.headerLength(), view.payloadLength(), resent, waited);
        if (!resent) {
            stream.keep(packet);
            budget.sent(packet.length(), now);
        }
        extensions.absSendTime(view, NtpClock.absSendTime(context.ntp().at(now)));
        if (extensions.transportSequence(view) >= 0) {
            extensions.transportSequence(view, delivery.number(packet.length(), now));
        }
        port.send(packet);
    }
}

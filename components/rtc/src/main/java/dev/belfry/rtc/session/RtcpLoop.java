package dev.belfry.rtc.session;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtcp.ReportBlock;
import dev.belfry.rtc.rtcp.RtcpWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells the peer what is sent and received: reports every second, requests at once, arrival times as often as they are
 * due (RFC 3550 section 6, RFC 4585). For the loop.
 */
final class RtcpLoop {
    private static final long INTERVAL_NANOS = 1_000_000_000;
    private static final long FIRST_NANOS = 100_000_000;
    private static final int MAX_LENGTH = 1200;
    private static final int NAME_BYTES = 12;
    private static final int MAX_LIMITED = 16;

    private final MediaContext context;
    private final MediaPort port;
    private final PacketSender sender;
    private final PacketReceiver receiver;
    private final long maxReceived;
    private final RtcpWriter writer = new RtcpWriter();
    private final ReportBlock block = new ReportBlock();
    private final byte[] canonicalName;
    private final long ownSsrc;
    private final long[] limited = new long[MAX_LIMITED];
    private long reportAt = Long.MAX_VALUE;
    private int reports;

    RtcpLoop(MediaContext context, MediaPort port, PacketSender sender, PacketReceiver receiver, long maxReceived) {
        this.context = context;
        this.port = port;
        this.sender = sender;
        this.receiver = receiver;
        this.maxReceived = maxReceived;
        this.ownSsrc = context.newSsrc();
        this.canonicalName = newName(context);
    }

    private static byte[] newName(MediaContext context) {
        StringBuilder name = new StringBuilder();
        while (name.length() < NAME_BYTES) {
            name.append((char) ('a' + context.random().nextInt(26)));
        }
        return name.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the name all streams of this side share (RFC 7022). */
    String canonicalName() {
        return new String(canonicalName, StandardCharsets.US_ASCII);
    }

    /** Begins to report. */
    void start(long now) {
        reportAt = now + FIRST_NANOS;
    }

    /** Returns the source this side speaks by when it asks for something. */
    long ssrc() {
        List<OutboundStream> streams = sender.streams();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).parameters() != null) {
                return streams.get(i).ssrc();
            }
        }
        return ownSsrc;
    }

    /**
     * Sends what is due.
     *
     * @return when to call again; {@link Long#MAX_VALUE} for no need to
     */
    long run(long now) {
        if (now >= reportAt) {
            report(now);
            // varied by half either way, RFC 3550 section 6.2; the first ones close together, for the sake of lip-sync
            long interval = reports < 3 ? FIRST_NANOS * 2 : INTERVAL_NANOS;
            reportAt = now + interval / 2 + context.random().nextLong(interval);
            reports++;
        }
        if (now >= receiver.arrivals().dueNanos()) {
            tellArrivals();
        }
        return Math.min(reportAt, receiver.arrivals().dueNanos());
    }

    void missing(InboundStream stream, int[] sequences, int count) {
        Packet packet = begin();
        for (int i = 0; i < count; i++) {
            writer.nack(ssrc(), stream.ssrc(), sequences[i]);
        }
        port.send(packet);
    }

    void keyFrame(InboundStream stream) {
        Packet packet = begin();
        writer.pictureLoss(ssrc(), stream.ssrc());
        port.send(packet);
    }

    /** Says that all streams end. */
    void goodbye() {
        Packet packet = begin();
        writer.goodbye(ssrc());
        for (OutboundStream stream : sender.streams()) {
            if (stream.ssrc() != ssrc() && stream.anySent()) {
                writer.goodbye(stream.ssrc());
            }
        }
        port.send(packet);
    }

    /** Begins a compound packet, as every peer takes it: it costs little, and nothing has to be agreed on. */
    private Packet begin() {
        Packet packet = context.packets().take();
        writer.start(packet, MAX_LENGTH);
        writer.receiverReport(ssrc());
        writer.canonicalName(ssrc(), canonicalName);
        return packet;
    }

    private void report(long now) {
        Packet packet = context.packets().take();
        writer.start(packet, MAX_LENGTH);
        boolean any = false;
        for (int i = 0; i < sender.streams().size(); i++) {
            OutboundStream stream = sender.streams().get(i);
            if (stream.anySent() && stream.parameters() != null) {
                writer.senderReport(
                        stream.ssrc(),
                        context.ntp().at(now),
                        stream.wireTimestamp(now),
                        stream.counters().packets - stream.counters().resentPackets,
                        stream.counters().payloadBytes - stream.counters().resentBytes);
                any = true;
            }
        }
        if (!any) {
            writer.receiverReport(ssrc());
        }
        for (int i = 0; i < receiver.sections().size(); i++) {
            InboundStream stream = receiver.sections().get(i).stream();
            if (stream != null && stream.statistics().packetsReceived() > 0) {
                writer.reportBlock(stream.describe(block, now));
            }
        }
        writer.canonicalName(ssrc(), canonicalName);
        limit();
        port.send(packet);
    }

    /** Says what the peer may send at most; it holds until the next report says it again. */
    private void limit() {
        if (maxReceived == Bitrates.NO_LIMIT) {
            return;
        }
        int count = 0;
        for (int i = 0; i < receiver.sections().size() && count < limited.length; i++) {
            InboundStream stream = receiver.sections().get(i).stream();
            if (stream != null) {
                limited[count++] = stream.ssrc();
            }
        }
        if (count > 0) {
            writer.maximumBitrate(ssrc(), maxReceived, limited, count);
        }
    }

    private void tellArrivals() {
        long media = 0;
        for (int i = 0; i < receiver.sections().size() && media == 0; i++) {
            InboundStream stream = receiver.sections().get(i).stream();
            media = stream == null ? 0 : stream.ssrc();
        }
        boolean more = true;
        while (more) {
            Packet packet = begin();
            int before = packet.length();
            more = receiver.arrivals().write(writer, ssrc(), media);
            if (packet.length() == before) {
                packet.release();
                return;
            }
            port.send(packet);
        }
    }
}

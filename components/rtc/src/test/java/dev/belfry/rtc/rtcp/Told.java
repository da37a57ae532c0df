package dev.belfry.rtc.rtcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a reader tells. */
final class Told implements RtcpHandler {
    private final List<String> lines = new ArrayList<>();

    /** Returns what is told of a packet, and at last whether it was well formed. */
    static List<String> of(Packet packet) {
        Told told = new Told();
        told.lines.add(String.valueOf(new RtcpReader().read(packet, told)));
        return told.lines;
    }

    static Packet packet(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        Packet packet = new PacketPool().take();
        packet.set(bytes, 0, bytes.length);
        return packet;
    }

    static String hex(Packet packet) {
        return HexFormat.of().formatHex(packet.bytes(), packet.offset(), packet.end());
    }

    @Override
    public void senderReport(long ssrc, long ntpTime, long rtpTimestamp, long packets, long octets) {
        lines.add("SR %x ntp %x rtp %d packets %d octets %d".formatted(ssrc, ntpTime, rtpTimestamp, packets, octets));
    }

    @Override
    public void receiverReport(long ssrc) {
        lines.add("RR %x".formatted(ssrc));
    }

    @Override
    public void reportBlock(long reporter, ReportBlock block) {
        lines.add("block of %x on %x fraction %d lost %d highest %x jitter %d lsr %x dlsr %x"
                .formatted(
                        reporter,
                        block.ssrc(),
                        block.fractionLost(),
                        block.cumulativeLost(),
                        block.highestSequence(),
                        block.jitter(),
                        block.lastSenderReport(),
                        block.delaySinceLastSenderReport()));
    }

    @Override
    public void canonicalName(long ssrc, byte[] bytes, int offset, int length) {
        lines.add("CNAME %x %s".formatted(ssrc, new String(bytes, offset, length, UTF_8)));
    }

    @Override
    public void goodbye(long ssrc) {
        lines.add("BYE %x".formatted(ssrc));
    }

    @Override
    public void nack(long sender, long mediaSsrc, int sequenceNumber) {
        lines.add("NACK %x %x %d".formatted(sender, mediaSsrc, sequenceNumber));
    }

    @Override
    public void pictureLoss(long sender, long mediaSsrc) {
        lines.add("PLI %x %x".formatted(sender, mediaSsrc));
    }

    @Override
    public void fullIntraRequest(long sender, long mediaSsrc, int number) {
        lines.add("FIR %x %x %d".formatted(sender, mediaSsrc, number));
    }

    @Override
    public void maximumBitrate(long sender, long bitsPerSecond) {
        lines.add("REMB %x %d".formatted(sender, bitsPerSecond));
    }

    @Override
    public void transportFeedback(long sender, long mediaSsrc, int baseSequence, int count, int feedbackNumber) {
        lines.add("TCC %x %x base %d count %d number %d"
                .formatted(sender, mediaSsrc, baseSequence, count, feedbackNumber));
    }

    @Override
    public void packetReceived(int transportSequence, long arrivalMicros) {
        lines.add("%d at %d".formatted(transportSequence, arrivalMicros));
    }

    @Override
    public void packetMissing(int transportSequence) {
        lines.add("%d missing".formatted(transportSequence));
    }
}

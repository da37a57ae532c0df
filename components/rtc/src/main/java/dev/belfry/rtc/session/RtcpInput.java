package dev.belfry.rtc.session;

import dev.belfry.rtc.congestion.DeliveryMonitor;
import dev.belfry.rtc.rtcp.ReportBlock;
import dev.belfry.rtc.rtcp.RtcpHandler;

/** Hands what the peer's RTCP packets say on to whom it concerns. For the loop. */
final class RtcpInput implements RtcpHandler {
    private final MediaContext context;
    private final PacketSender sender;
    private final PacketReceiver receiver;
    private final BitrateControl control;
    private final DeliveryMonitor delivery;
    private final KeyFrameRequests requests;
    private long nackedSsrc;
    private long nackedAt = Long.MIN_VALUE;

    /** Hears that the peer needs a key frame of a stream. */
    @FunctionalInterface
    interface KeyFrameRequests {
        void onRequest(OutboundStream stream);
    }

    RtcpInput(
            MediaContext context,
            PacketSender sender,
            PacketReceiver receiver,
            BitrateControl control,
            KeyFrameRequests requests) {
        this.context = context;
        this.sender = sender;
        this.receiver = receiver;
        this.control = control;
        this.delivery = control.delivery();
        this.requests = requests;
    }

    @Override
    public void senderReport(long ssrc, long ntpTime, long rtpTimestamp, long packets, long octets) {
        InboundStream stream = receiver.find(ssrc);
        if (stream != null && stream.ssrc() == ssrc) {
            stream.report(
                    ntpTime, rtpTimestamp, packets, octets, control.roundTrip().nanos(-1));
        }
    }

    @Override
    public void reportBlock(long reporter, ReportBlock block) {
        OutboundStream stream = sender.find(block.ssrc());
        if (stream == null || stream.ssrc() != block.ssrc()) {
            return;
        }
        long now = context.loop().nanoTime();
        control.roundTrip().measured(stream.report().take(block, context.ntp().at(now)));
        receiver.roundTrip(control.roundTrip().nanos(0));
        control.target().lost(stream.report().fractionLost(), now);
    }

    @Override
    public void nack(long from, long mediaSsrc, int sequenceNumber) {
        OutboundStream stream = sender.find(mediaSsrc);
        if (stream != null && stream.ssrc() == mediaSsrc) {
            long now = context.loop().nanoTime();
            if (now != nackedAt || mediaSsrc != nackedSsrc) {
                stream.counters().nacks++;
                nackedAt = now;
                nackedSsrc = mediaSsrc;
            }
            sender.resend(stream, sequenceNumber, now);
        }
    }

    @Override
    public void pictureLoss(long from, long mediaSsrc) {
        OutboundStream stream = sender.find(mediaSsrc);
        if (stream != null) {
            stream.counters().pictureLosses++;
            requests.onRequest(stream);
        }
    }

    @Override
    public void fullIntraRequest(long from, long mediaSsrc, int number) {
        OutboundStream stream = sender.find(mediaSsrc);
        if (stream != null) {
            stream.counters().intraRequests++;
            requests.onRequest(stream);
        }
    }

    @Override
    public void maximumBitrate(long from, long bitsPerSecond) {
        control.target().stated(bitsPerSecond, context.loop().nanoTime());
    }

    @Override
    public void transportFeedback(long from, long mediaSsrc, int baseSequence, int count, int feedbackNumber) {
        delivery.now(context.loop().nanoTime());
        delivery.transportFeedback(from, mediaSsrc, baseSequence, count, feedbackNumber);
    }

    @Override
    public void packetReceived(int transportSequence, long arrivalMicros) {
        delivery.packetReceived(transportSequence, arrivalMicros);
    }

    @Override
    public void packetMissing(int transportSequence) {
        delivery.packetMissing(transportSequence);
    }
}

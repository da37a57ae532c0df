package dev.belfry.rtc.session;

/** What one stream has sent. For the loop. */
final class OutboundCounters {
    long packets;
    long payloadBytes;
    long headerBytes;
    long resentPackets;
    long resentBytes;
    long frames;
    long keyFrames;
    long framesDropped;
    long queuedNanos;
    long nacks;
    long pictureLosses;
    long intraRequests;

    void sent(int headerLength, int payloadLength, boolean resent, long waitedNanos) {
        packets++;
        headerBytes += headerLength;
        payloadBytes += payloadLength;
        queuedNanos += waitedNanos;
        if (resent) {
            resentPackets++;
            resentBytes += payloadLength;
        }
    }
}

package dev.belfry.call.spi;

/**
 * Figures of one session since it was opened. Latency is from capture to the delivery of the decoded picture.
 *
 * @since 0.1
 */
public record MediaStats(
        long framesCaptured,
        long framesEncoded,
        long framesSent,
        long framesReceived,
        long framesDecoded,
        long framesDropped,
        long keyFramesEncoded,
        long videoBytesSent,
        long audioPacketsSent,
        long audioPacketsReceived,
        long audioBytesSent,
        PathStats path) {
    /** No frame yet. */
    public static final MediaStats NONE = new MediaStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, PathStats.NONE);
}

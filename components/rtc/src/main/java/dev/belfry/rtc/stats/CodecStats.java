package dev.belfry.rtc.stats;

/**
 * A codec in use; W3C's RTCCodecStats.
 *
 * @param payloadType as it was negotiated
 * @param mimeType such as {@code video/VP8}
 * @param clockRate in ticks a second
 * @param channels of sound; 0 for pictures
 * @param sdpFmtpLine its format parameters; empty if there are none
 * @since 0.1
 */
public record CodecStats(
        String id,
        String transportId,
        int payloadType,
        String mimeType,
        int clockRate,
        int channels,
        String sdpFmtpLine)
        implements RtcStats {
    @Override
    public String type() {
        return "codec";
    }
}

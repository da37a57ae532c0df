package dev.belfry.rtc.sdp;

/**
 * Which stream a section's track belongs to: {@code a=msid} (RFC 8830 section 2).
 *
 * @param stream {@code -} for none
 * @param track empty if not said
 * @since 0.1
 */
public record MediaStreamId(String stream, String track) {
    /** Stands for no stream. */
    public static final String NO_STREAM = "-";
}

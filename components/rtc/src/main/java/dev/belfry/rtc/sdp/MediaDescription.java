package dev.belfry.rtc.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A media section: one {@code m=} line and what follows it (RFC 8866 section 5.14, RFC 8829 section 5).
 *
 * @param media such as {@code audio}, {@code video} or {@code application}
 * @param port 0 for a section that is rejected or, with {@code bundleOnly}, shares another's transport
 * @param protocol such as {@code UDP/TLS/RTP/SAVPF}
 * @param formats as the line has them: payload types for RTP
 * @param mid the section's name (RFC 5888); null if it has none
 * @param direction of whoever wrote the description
 * @param bundleOnly to be used only if bundled (RFC 9143 section 6)
 * @since 0.1
 */
public record MediaDescription(
        String media,
        int port,
        String protocol,
        List<String> formats,
        @Nullable String mid,
        Direction direction,
        boolean bundleOnly,
        RtpDescription rtp,
        SourceDescription sources,
        TransportDescription transport) {
    public MediaDescription {
        formats = List.copyOf(formats);
    }

    /** Returns whether the section carries nothing, for good (RFC 3264 section 6). */
    public boolean isRejected() {
        return port == 0 && !bundleOnly;
    }
}

package dev.belfry.rtc.sdp;

import java.util.List;

/**
 * How a section uses RTP.
 *
 * @param payloads those with an {@code a=rtpmap}, in order of preference
 * @param mux RTP and RTCP share a transport (RFC 8035)
 * @param muxOnly and cannot do otherwise (RFC 8858)
 * @param reducedSize RTCP packets need no report in front (RFC 5506)
 * @since 0.1
 */
public record RtpDescription(
        List<PayloadFormat> payloads,
        List<HeaderExtensionEntry> extensions,
        boolean mux,
        boolean muxOnly,
        boolean reducedSize) {
    /** No payload at all, as in a rejected section. */
    public static final RtpDescription NONE = new RtpDescription(List.of(), List.of(), false, false, false);

    public RtpDescription {
        payloads = List.copyOf(payloads);
        extensions = List.copyOf(extensions);
    }
}

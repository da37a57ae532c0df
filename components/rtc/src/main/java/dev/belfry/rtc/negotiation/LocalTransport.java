package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.sdp.CertificateFingerprint;
import java.util.List;

/**
 * How this side is reached and known, as it goes into its descriptions.
 *
 * @param candidates found so far, each as the value of an attribute that begins with {@code candidate:}
 * @param endOfCandidates no more come
 * @since 0.1
 */
public record LocalTransport(
        String iceUfrag,
        String icePassword,
        CertificateFingerprint fingerprint,
        List<String> candidates,
        boolean endOfCandidates) {
    public LocalTransport {
        candidates = List.copyOf(candidates);
    }

    /** Leaves the password out: it stays out of logs. */
    @Override
    public String toString() {
        return "LocalTransport[iceUfrag=" + iceUfrag + ", candidates=" + candidates.size() + "]";
    }
}

package dev.belfry.rtc.sdp;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a section is reached and secured (RFC 8839 section 5, RFC 8122, RFC 8840). What the description says once for all
 * sections is in each.
 *
 * @param iceOptions such as {@code trickle}
 * @param candidates each the value of an attribute, beginning with {@code candidate:}; not read any further
 * @param endOfCandidates no more come
 * @since 0.1
 */
public record TransportDescription(
        @Nullable String iceUfrag,
        @Nullable String icePassword,
        Set<String> iceOptions,
        List<CertificateFingerprint> fingerprints,
        @Nullable SetupRole setup,
        List<String> candidates,
        boolean endOfCandidates) {
    /** Nothing is said, as in a rejected section. */
    public static final TransportDescription NONE =
            new TransportDescription(null, null, Set.of(), List.of(), null, List.of(), false);

    public TransportDescription {
        iceOptions = Set.copyOf(iceOptions);
        fingerprints = List.copyOf(fingerprints);
        candidates = List.copyOf(candidates);
    }

    /** Leaves the password out: it stays out of logs. */
    @Override
    public String toString() {
        return "TransportDescription[iceUfrag=" + iceUfrag + ", setup=" + setup + ", candidates=" + candidates.size()
                + "]";
    }
}

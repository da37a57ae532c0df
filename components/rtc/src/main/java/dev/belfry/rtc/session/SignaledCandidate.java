package dev.belfry.rtc.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate on its way through signalling (RFC 8838, RFC 8839 section 5.1); W3C's RTCIceCandidateInit.
 *
 * @param candidate the attribute's text, {@code candidate:...}; empty for the end of candidates
 * @param mid the media section it is for; null to go by the number
 * @param mLineIndex the number of that media section, from 0
 * @param ufrag the round of ICE it belongs to; null for the latest description's
 * @since 0.1
 */
public record SignaledCandidate(
        String candidate,
        @Nullable String mid,
        int mLineIndex,
        @Nullable String ufrag) {
    public SignaledCandidate {
        Objects.requireNonNull(candidate, "candidate");
    }

    /** Returns the sign that no more candidates come. */
    public static SignaledCandidate end(@Nullable String ufrag) {
        return new SignaledCandidate("", null, 0, ufrag);
    }

    /** Returns whether this says that no more candidates come. */
    public boolean isEnd() {
        return candidate.isEmpty();
    }

    /** Leaves the candidate out, which tells an address. */
    @Override
    public String toString() {
        return "SignaledCandidate[mid=" + mid + ", mLineIndex=" + mLineIndex + ", end=" + isEnd() + "]";
    }
}

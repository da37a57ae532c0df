package dev.belfry.call.spi;

import dev.belfry.call.CallException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the media of two participants of a session tell each other by way of the hub, to find a path between them (RFC
 * 8829, RFC 8838). The hub and the controller carry it unread.
 *
 * @since 0.1
 */
public sealed interface PeerMessage {
    /** The longest description, in characters. */
    int MAX_SDP = 32_768;

    /** The longest candidate, in characters. */
    int MAX_CANDIDATE = 1_024;

    /** The longest media identification, in characters. */
    int MAX_MID = 64;

    /** The longest ICE username fragment, in characters (RFC 8839 section 5.4). */
    int MAX_UFRAG = 256;

    /** The most media sections that a description has. */
    int MAX_SECTIONS = 64;

    /**
     * Refuses a message that is too large to be carried.
     *
     * @throws CallException ERR_BAD_REQUEST with the name of the field
     */
    void validate() throws CallException;

    /** What a description is. */
    enum DescriptionType {
        OFFER,
        ANSWER
    }

    /**
     * A session description (RFC 8866).
     *
     * @param type whether it asks or answers
     * @param sdp the description, at most {@link #MAX_SDP} characters
     */
    record Description(DescriptionType type, String sdp) implements PeerMessage {
        public Description {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(sdp, "sdp");
        }

        @Override
        public void validate() throws CallException {
            require(!sdp.isEmpty() && sdp.length() <= MAX_SDP, "sdp");
        }

        /** Leaves the description out, which tells addresses and is long. */
        @Override
        public String toString() {
            return "Description[type=" + type + ", length=" + sdp.length() + "]";
        }
    }

    /**
     * A candidate found after the description was sent (RFC 8839 section 5.1).
     *
     * @param candidate the attribute, {@code candidate:...}, at most {@link #MAX_CANDIDATE} characters
     * @param mid which media section it is for, at most {@link #MAX_MID} characters; null to go by the number
     * @param mLineIndex the number of that media section, from 0
     * @param ufrag the round of ICE it belongs to, at most {@link #MAX_UFRAG} characters; null for the latest
     *     description's
     */
    record Candidate(
            String candidate,
            @Nullable String mid,
            int mLineIndex,
            @Nullable String ufrag) implements PeerMessage {
        public Candidate {
            Objects.requireNonNull(candidate, "candidate");
        }

        @Override
        public void validate() throws CallException {
            require(!candidate.isEmpty() && candidate.length() <= MAX_CANDIDATE, "candidate");
            require(mid == null || mid.length() <= MAX_MID, "mid");
            require(mLineIndex >= 0 && mLineIndex < MAX_SECTIONS, "mLineIndex");
            require(ufrag == null || ufrag.length() <= MAX_UFRAG, "ufrag");
        }

        /** Leaves the candidate out, which tells an address. */
        @Override
        public String toString() {
            return "Candidate[mid=" + mid + ", mLineIndex=" + mLineIndex + "]";
        }
    }

    /**
     * No more candidates come (RFC 8838 section 8.2).
     *
     * @param ufrag the round of ICE it is said of, at most {@link #MAX_UFRAG} characters; null for the latest
     *     description's
     */
    record EndOfCandidates(@Nullable String ufrag) implements PeerMessage {
        @Override
        public void validate() throws CallException {
            require(ufrag == null || ufrag.length() <= MAX_UFRAG, "ufrag");
        }
    }

    private static void require(boolean holds, String field) throws CallException {
        if (!holds) {
            throw CallException.badRequest(field);
        }
    }
}

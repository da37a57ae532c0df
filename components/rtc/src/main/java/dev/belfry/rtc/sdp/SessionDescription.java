package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.List;

/**
 * A session description (RFC 8866). Immutable.
 *
 * @param sessionId of its origin, 64 bits
 * @param version of its origin, which rises with each change
 * @param bundles the names of the sections that share a transport, one list a group, the one whose transport it is
 *     first (RFC 9143)
 * @param iceLite whether the writer only answers checks (RFC 8839 section 5.3)
 * @param extmapAllowMixed whether packets with short and with long header extensions may be mixed (RFC 8285 section 6)
 * @since 0.1
 */
public record SessionDescription(
        long sessionId,
        long version,
        List<List<String>> bundles,
        boolean iceLite,
        boolean extmapAllowMixed,
        List<MediaDescription> media) {
    /** The longest description that is read, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    public SessionDescription {
        bundles = bundles.stream().map(List::copyOf).toList();
        media = List.copyOf(media);
    }

    /**
     * Reads a description. Lines and attributes that are not known are ignored; so are known ones that do not matter.
     *
     * @throws RtcException MALFORMED_DESCRIPTION, naming the line, if it cannot be read, or is beyond what is sensible:
     *     {@link #MAX_LENGTH}, 64 sections, 128 candidates a section and the like
     */
    public static SessionDescription parse(String text) throws RtcException {
        return new SdpParser().parse(text);
    }

    /** Returns the description as text, to be sent to the peer. It tells a password and addresses: keep it out of logs. */
    public String write() {
        return new SdpWriter().write(this);
    }
}

package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.HeaderExtensionEntry;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import dev.belfry.rtc.sdp.SetupRole;
import dev.belfry.rtc.sdp.TransportDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one transport of a peer's description (RFC 9143), and whether it is one that can be used. */
final class Bundle {
    private static final int SHOWN = 120;

    private Bundle() {}

    /** Returns the names of the sections that share the first transport; empty if none do. */
    static List<String> mids(SessionDescription description) {
        return description.bundles().isEmpty()
                ? List.of()
                : description.bundles().get(0);
    }

    /** Returns whether a section shares the first transport. */
    static boolean has(SessionDescription description, MediaDescription media) {
        return media.mid() != null && mids(description).contains(media.mid());
    }

    /** Returns the section whose transport it is: the first of the group that is not rejected, if there is one. */
    static Optional<MediaDescription> tagged(SessionDescription description, List<String> accepted) {
        return mids(description).stream()
                .filter(accepted::contains)
                .flatMap(mid -> description.media().stream().filter(media -> mid.equals(media.mid())))
                .findFirst();
    }

    /**
     * Checks that a section can be used at all.
     *
     * @throws RtcException DESCRIPTION_REFUSED if not
     */
    static void check(MediaDescription media) throws RtcException {
        if (!media.rtp().mux()) {
            throw refused("section " + media.mid() + " has no rtcp-mux");
        }
    }

    /**
     * Checks that a transport can be reached and secured.
     *
     * @throws RtcException DESCRIPTION_REFUSED if not
     */
    static void check(TransportDescription transport, boolean answer) throws RtcException {
        if (transport.fingerprints().isEmpty()) {
            throw refused("no fingerprint: media would not be secure");
        }
        if (transport.iceUfrag() == null || transport.icePassword() == null) {
            throw refused("no ICE credentials");
        }
        SetupRole setup = transport.setup();
        boolean decided = setup == SetupRole.ACTIVE || setup == SetupRole.PASSIVE;
        if (setup == SetupRole.HOLDCONN || (answer && !decided)) {
            throw refused("setup is " + setup);
        }
    }

    /**
     * Checks that a number names one header extension in all sections that share the transport (RFC 9143 section 12).
     *
     * @throws RtcException DESCRIPTION_REFUSED if it names several
     */
    static void checkExtensions(SessionDescription description) throws RtcException {
        Map<Integer, String> names = new HashMap<>();
        for (MediaDescription media : description.media()) {
            if (media.isRejected() || !has(description, media)) {
                continue;
            }
            for (HeaderExtensionEntry entry : media.rtp().extensions()) {
                String name = names.putIfAbsent(entry.id(), entry.uri());
                if (name != null && !name.equals(entry.uri())) {
                    throw refused("header extension " + entry.id() + " is not the same in all sections");
                }
            }
        }
    }

    static RtcException refused(String why) {
        String shown = why.length() > SHOWN ? why.substring(0, SHOWN) + "..." : why;
        return new RtcException(RtcException.Reason.DESCRIPTION_REFUSED, shown.replaceAll("[^ -~]", "?"));
    }
}

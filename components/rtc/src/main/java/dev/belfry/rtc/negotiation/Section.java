package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.RtpDescription;
import dev.belfry.rtc.sdp.SourceDescription;
import dev.belfry.rtc.sdp.TransportDescription;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in the row of sections, which never gets shorter (RFC 3264 section 8).
 *
 * @param transceiver null for one that is rejected, and may be used again
 * @param local how this side last described its direction
 * @param offered the direction that the peer offered; null if this side made the offer
 */
record Section(
        String mid,
        String media,
        String protocol,
        List<String> formats,
        @Nullable Transceiver transceiver,
        Direction local,
        @Nullable Direction offered) {
    static final String PROTOCOL = "UDP/TLS/RTP/SAVPF";
    static final int DISCARD_PORT = 9;

    /** Returns a section for a transceiver that has none yet. */
    static Section of(String mid, Transceiver transceiver) {
        return new Section(
                mid, mediaOf(transceiver.kind()), PROTOCOL, List.of(), transceiver, transceiver.described(), null);
    }

    /** Returns what a kind is called in the {@code m=} line. */
    static String mediaOf(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of those that are not rejected. */
    static List<String> accepted(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.transceiver != null)
                .map(Section::mid)
                .toList();
    }

    Section rejected() {
        return new Section(mid, media, protocol, formats, null, Direction.INACTIVE, offered);
    }

    Section described(Direction direction, @Nullable Direction byPeer) {
        return new Section(mid, media, protocol, formats, transceiver, direction, byPeer);
    }

    /** Returns whether the transceiver wants something else than was described. */
    boolean isOutdated() {
        if (transceiver == null) {
            return false;
        }
        Direction wanted = transceiver.described();
        return transceiver.isStopped() || local != (offered == null ? wanted : wanted.and(offered.reversed()));
    }

    /** Returns the description of a section that carries nothing (RFC 3264 section 6). */
    MediaDescription describeRejected() {
        return new MediaDescription(
                media,
                0,
                protocol,
                formats.isEmpty() ? List.of("0") : formats,
                mid.isEmpty() ? null : mid,
                Direction.INACTIVE,
                false,
                RtpDescription.NONE,
                SourceDescription.NONE,
                TransportDescription.NONE);
    }
}

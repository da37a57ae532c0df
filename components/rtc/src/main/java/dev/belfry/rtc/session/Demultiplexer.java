package dev.belfry.rtc.session;

import dev.belfry.rtc.negotiation.NegotiatedMedia;
import dev.belfry.rtc.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which media section a packet belongs to (RFC 9143 section 9.2): by its source if that is known, else by the
 * mid it names, else by its payload type if only one section has that. There is one stream a section: sources that
 * nobody announced cost nothing. For the loop.
 */
final class Demultiplexer {
    private final List<Section> sections = new ArrayList<>();

    List<Section> sections() {
        return sections;
    }

    @Nullable
    Section find(String mid) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).parameters().mid().equals(mid)) {
                return sections.get(i);
            }
        }
        return null;
    }

    /** Returns the stream with this source, be it its own or that of its resent packets; null if there is none. */
    @Nullable
    Section bySource(long ssrc) {
        for (int i = 0; i < sections.size(); i++) {
            InboundStream stream = sections.get(i).stream();
            if (stream != null && (stream.ssrc() == ssrc || stream.rtxSsrc() == ssrc)) {
                return sections.get(i);
            }
        }
        return null;
    }

    /** Returns where a packet of an unknown source belongs; null if that cannot be said. */
    @Nullable
    Section ofUnknown(RtpPacket packet) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            for (int j = 0; j < section.parameters().remoteSources().size(); j++) {
                NegotiatedMedia.RemoteSource source =
                        section.parameters().remoteSources().get(j);
                if (source.ssrc() == packet.ssrc() || source.rtxSsrc() == packet.ssrc()) {
                    return section;
                }
            }
        }
        String mid = mid(packet);
        return mid == null ? byPayloadType(packet.payloadType()) : find(mid);
    }

    /** An extension may have another number in each section, but no number means two of them (RFC 9143 section 12). */
    private @Nullable String mid(RtpPacket packet) {
        for (int i = 0; i < sections.size(); i++) {
            String mid = sections.get(i).extensions().mid(packet);
            if (mid != null) {
                return mid;
            }
        }
        return null;
    }

    private @Nullable Section byPayloadType(int payloadType) {
        Section found = null;
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).format(payloadType) != null) {
                if (found != null) {
                    return null;
                }
                found = sections.get(i);
            }
        }
        return found;
    }
}

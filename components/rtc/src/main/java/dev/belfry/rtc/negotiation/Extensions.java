package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.HeaderExtensionEntry;
import dev.belfry.rtc.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The header extensions that both sides understand. */
final class Extensions {
    private Extensions() {}

    /** Returns the peer's entries for extensions of ours, one for each. */
    static List<HeaderExtensionEntry> common(MediaDescription remote, MediaKind kind, MediaCapabilities capabilities) {
        List<HeaderExtensionEntry> common = new ArrayList<>();
        for (HeaderExtension extension : HeaderExtension.values()) {
            if (capabilities.has(kind, extension)) {
                remote.rtp().extensions().stream()
                        .filter(entry -> entry.uri().equals(extension.uri()) && entry.direction() != Direction.INACTIVE)
                        .findFirst()
                        .ifPresent(common::add);
            }
        }
        return common;
    }

    static HeaderExtensionMap map(List<HeaderExtensionEntry> entries) {
        Map<HeaderExtension, Integer> ids = new EnumMap<>(HeaderExtension.class);
        for (HeaderExtensionEntry entry : entries) {
            for (HeaderExtension extension : HeaderExtension.values()) {
                if (extension.uri().equals(entry.uri())) {
                    ids.put(extension, entry.id());
                }
            }
        }
        return new HeaderExtensionMap(ids);
    }
}

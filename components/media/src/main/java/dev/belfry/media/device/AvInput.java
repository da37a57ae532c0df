package dev.belfry.media.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg is asked to open.
 *
 * @param format name of an input device, or null for a file
 * @param url what the device or file is called
 * @param options options of the device
 */
record AvInput(@Nullable String format, String url, Map<String, String> options) {
    boolean isDevice() {
        return format != null;
    }
}

package dev.belfry.rtc.sdp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payload type and what it stands for: {@code a=rtpmap}, {@code a=fmtp} and {@code a=rtcp-fb} (RFC 8866 sections 6.6
 * and 6.15, RFC 4585 section 4.2).
 *
 * @param number from 0 to 127
 * @param encoding the codec's name as written, to be compared without regard to case
 * @param clockRate in Hz
 * @param channels 1 unless said otherwise
 * @param parameters of the codec in their order, names in lower case; one that is no pair has an empty value
 * @param feedback such as {@code nack pli}
 * @since 0.1
 */
public record PayloadFormat(
        int number,
        String encoding,
        int clockRate,
        int channels,
        Map<String, String> parameters,
        List<String> feedback) {
    public PayloadFormat {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        feedback = List.copyOf(feedback);
    }

    /** Returns whether this is the codec of that name. */
    public boolean is(String name) {
        return encoding.equalsIgnoreCase(name);
    }

    /** Returns a parameter by its name in lower case, or null. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }
}

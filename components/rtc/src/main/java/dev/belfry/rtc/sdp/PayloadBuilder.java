package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a section says of one payload type, in any order. */
final class PayloadBuilder {
    private static final int MAX_CLOCK_RATE = 1_000_000_000;
    private static final int MAX_CHANNELS = 255;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> feedback = new ArrayList<>();
    private @Nullable String encoding;
    private int clockRate;
    private int channels = 1;

    /** Reads what follows the number in {@code a=rtpmap}. */
    void mapping(SdpLine line, Words words) throws RtcException {
        String[] parts = words.next("encoding").split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty()) {
            throw line.malformed("encoding is not name/clock rate[/channels]");
        }
        encoding = parts[0];
        clockRate = words.number(parts[1], "clock rate", 1, MAX_CLOCK_RATE);
        channels = parts.length < 3 ? 1 : words.number(parts[2], "channels", 1, MAX_CHANNELS);
    }

    /** Reads what follows the number in {@code a=fmtp}. */
    void parameters(SdpLine line, String text) throws RtcException {
        for (String part : text.split(";", Bounded.PARAMETERS + 1)) {
            int equals = part.indexOf('=');
            String name =
                    (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                Bounded.room(parameters.size(), Bounded.PARAMETERS, line);
                parameters.put(
                        name, equals < 0 ? "" : part.substring(equals + 1).strip());
            }
        }
    }

    /** Takes what follows the number in {@code a=rtcp-fb}. */
    void feedback(SdpLine line, String text) throws RtcException {
        if (!feedback.contains(text)) {
            Bounded.add(feedback, text, Bounded.FEEDBACK, line);
        }
    }

    /** Returns the payload; null if nothing says what it is. */
    @Nullable
    PayloadFormat build(int number, List<String> feedbackOfAll) {
        if (encoding == null) {
            return null;
        }
        List<String> all = new ArrayList<>(feedback);
        feedbackOfAll.stream().filter(text -> !all.contains(text)).forEach(all::add);
        return new PayloadFormat(number, encoding, clockRate, channels, parameters, all);
    }
}

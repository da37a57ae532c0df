package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers how a section uses RTP. */
final class RtpBuilder {
    private static final int MAX_PAYLOAD_TYPE = 127;
    private static final int MAX_EXTENSION = 255;
    private static final int RESERVED_EXTENSION = 15;

    private final Map<Integer, PayloadBuilder> payloads = new LinkedHashMap<>();
    private final List<String> feedbackOfAll = new ArrayList<>();
    private final Map<Integer, HeaderExtensionEntry> extensions = new LinkedHashMap<>();
    private boolean mux;
    private boolean muxOnly;
    private boolean reducedSize;

    /** Takes the payload types of the {@code m=} line; only these are looked at, in their order. */
    void formats(List<String> formats) {
        for (String format : formats) {
            Integer number = payloadType(format);
            if (number != null) {
                payloads.putIfAbsent(number, new PayloadBuilder());
            }
        }
    }

    void mapping(SdpLine line) throws RtcException {
        Words words = line.words();
        payload(words).mapping(line, words);
    }

    void parameters(SdpLine line) throws RtcException {
        Words words = line.words();
        payload(words).parameters(line, words.rest());
    }

    void feedback(SdpLine line) throws RtcException {
        Words words = line.words();
        String number = words.next("payload type");
        String kind = words.rest();
        if (kind.isEmpty()) {
            throw line.malformed("feedback is missing");
        }
        if (number.equals("*")) {
            Bounded.add(feedbackOfAll, kind, Bounded.FEEDBACK, line);
        } else {
            payload(words.number(number, "payload type", 0, MAX_PAYLOAD_TYPE)).feedback(line, kind);
        }
    }

    void extension(SdpLine line) throws RtcException {
        Words words = line.words();
        String[] parts = words.next("identifier").split("/", 2);
        int id = words.number(parts[0], "identifier", 1, 0xffff);
        Direction direction = parts.length == 1 ? Direction.SENDRECV : direction(line, parts[1]);
        String uri = words.next("name");
        if (id > MAX_EXTENSION || id == RESERVED_EXTENSION) {
            return;
        }
        Bounded.room(extensions.size(), Bounded.EXTENSIONS, line);
        if (extensions.put(id, new HeaderExtensionEntry(id, uri, direction)) != null) {
            throw line.malformed("the identifier is given twice");
        }
    }

    void mux() {
        mux = true;
    }

    void muxOnly() {
        mux = true;
        muxOnly = true;
    }

    void reducedSize() {
        reducedSize = true;
    }

    /** Returns what was gathered, with the extensions of the session, which are for all sections (RFC 8285 section 5). */
    RtpDescription build(RtpBuilder session) {
        List<PayloadFormat> formats = payloads.entrySet().stream()
                .map(entry -> entry.getValue().build(entry.getKey(), feedbackOfAll))
                .filter(Objects::nonNull)
                .toList();
        Map<Integer, HeaderExtensionEntry> all = new LinkedHashMap<>(extensions);
        session.extensions.forEach(all::putIfAbsent);
        return new RtpDescription(formats, List.copyOf(all.values()), mux, muxOnly, reducedSize);
    }

    private PayloadBuilder payload(Words words) throws RtcException {
        return payload(words.nextInt("payload type", 0, MAX_PAYLOAD_TYPE));
    }

    /** Returns the payload of a number; what is said of one that the section does not have is forgotten. */
    private PayloadBuilder payload(int number) {
        return payloads.getOrDefault(number, new PayloadBuilder());
    }

    private static @Nullable Integer payloadType(String format) {
        try {
            int number = Integer.parseInt(format);
            return number < 0 || number > MAX_PAYLOAD_TYPE ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Direction direction(SdpLine line, String name) throws RtcException {
        for (Direction direction : Direction.values()) {
            if (direction.attribute().equals(name.toLowerCase(Locale.ROOT))) {
                return direction;
            }
        }
        throw line.malformed("no direction");
    }
}

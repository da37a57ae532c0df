package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.sdp.HeaderExtensionEntry;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.PayloadFormat;
import dev.belfry.rtc.sdp.SessionDescription;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The payload types and extension identifiers of our offers. They are the peer's where it named one first, and none that
 * it uses for something else: all sections share a transport, so that a number has to mean the same in each
 * (RFC 9143 section 9.1, RFC 8285 section 5).
 */
final class Numbers {
    private static final int MAX_PAYLOAD_TYPE = 127;
    private static final int MAX_EXTENSION = 255;
    private static final int RESERVED_EXTENSION = 15;

    private final Map<Codec, Integer> payloads = new EnumMap<>(Codec.class);
    private final Map<Codec, Integer> rtx = new EnumMap<>(Codec.class);
    private final Map<HeaderExtension, Integer> extensions = new EnumMap<>(HeaderExtension.class);
    private final BitSet takenPayloads = new BitSet();
    private final BitSet takenExtensions = new BitSet();

    /** Takes note of the numbers in a description of the peer. */
    void learn(SessionDescription remote) {
        for (MediaDescription media : remote.media()) {
            List<PayloadFormat> formats = media.rtp().payloads();
            for (PayloadFormat format : formats) {
                takenPayloads.set(format.number());
                payloads.values().remove(format.number());
                rtx.values().remove(format.number());
            }
            for (Formats.Match match : Formats.ours(formats, List.of(Codec.values()))) {
                payloads.put(match.codec(), match.payload().number());
                if (match.hasRtx()) {
                    rtx.put(match.codec(), match.rtx());
                }
            }
            media.rtp().extensions().forEach(this::learn);
        }
    }

    private void learn(HeaderExtensionEntry entry) {
        takenExtensions.set(entry.id());
        extensions.values().remove(entry.id());
        for (HeaderExtension extension : HeaderExtension.values()) {
            if (extension.uri().equals(entry.uri())) {
                extensions.put(extension, entry.id());
            }
        }
    }

    int payload(Codec codec) {
        return payloads.computeIfAbsent(codec, key -> freePayload(usual(key)));
    }

    int rtx(Codec codec) {
        return rtx.computeIfAbsent(codec, key -> freePayload(usual(key) + 1));
    }

    int extension(HeaderExtension extension) {
        return extensions.computeIfAbsent(extension, key -> freeExtension(usual(key)));
    }

    private int freePayload(int wanted) {
        int number = IntStream.concat(
                        IntStream.of(wanted),
                        IntStream.concat(IntStream.rangeClosed(96, MAX_PAYLOAD_TYPE), IntStream.range(35, 64)))
                .filter(candidate -> !takenPayloads.get(candidate))
                .findFirst()
                .orElse(wanted);
        takenPayloads.set(number);
        return number;
    }

    private int freeExtension(int wanted) {
        int number = IntStream.concat(IntStream.of(wanted), IntStream.rangeClosed(1, MAX_EXTENSION))
                .filter(candidate -> candidate != RESERVED_EXTENSION && !takenExtensions.get(candidate))
                .findFirst()
                .orElse(wanted);
        takenExtensions.set(number);
        return number;
    }

    private static int usual(Codec codec) {
        return switch (codec) {
            case VP8 -> 96;
            case VP9 -> 98;
            case H264 -> 100;
            case OPUS -> 111;
        };
    }

    private static int usual(HeaderExtension extension) {
        return switch (extension) {
            case AUDIO_LEVEL -> 1;
            case ABS_SEND_TIME -> 2;
            case TRANSPORT_SEQUENCE -> 3;
            case MID -> 4;
            case ABS_CAPTURE_TIME -> 5;
        };
    }
}

package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.sdp.PayloadFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What codecs are called in descriptions, and which of a description's are ours. */
final class Formats {
    static final String RTX = "rtx";

    private static final String APT = "apt";
    private static final int OPUS_CHANNELS = 2;

    private Formats() {}

    /**
     * A codec in a description.
     *
     * @param rtx the payload type of its resent packets, or {@link NegotiatedFormat#NO_RTX}
     */
    record Match(Codec codec, PayloadFormat payload, int rtx) {
        boolean hasRtx() {
            return rtx != NegotiatedFormat.NO_RTX;
        }

        NegotiatedFormat format(boolean resent) {
            int rtxType = resent ? rtx : NegotiatedFormat.NO_RTX;
            return new NegotiatedFormat(codec, payload.number(), rtxType, payload.parameters());
        }
    }

    /** Returns those of the payloads that are one of our codecs, in the order of ours, the first of each. */
    static List<Match> ours(List<PayloadFormat> payloads, List<Codec> codecs) {
        List<Match> matches = new ArrayList<>();
        for (Codec codec : codecs) {
            payloads.stream()
                    .filter(payload -> is(codec, payload))
                    .findFirst()
                    .ifPresent(payload -> matches.add(new Match(codec, payload, rtxOf(payload, payloads))));
        }
        return matches;
    }

    /** Returns those of the payloads that are one of our codecs, in their own order, the first of each. */
    static List<Match> inOrder(List<PayloadFormat> payloads, List<Codec> codecs) {
        List<Match> matches = new ArrayList<>(ours(payloads, codecs));
        matches.sort((a, b) -> Integer.compare(payloads.indexOf(a.payload()), payloads.indexOf(b.payload())));
        return matches;
    }

    static Optional<Match> find(List<Match> matches, Codec codec) {
        return matches.stream().filter(match -> match.codec() == codec).findFirst();
    }

    /** Returns the payload types of an {@code m=} line. */
    static List<String> numbers(List<PayloadFormat> payloads) {
        return payloads.stream()
                .map(payload -> Integer.toString(payload.number()))
                .toList();
    }

    /** Returns a codec as this side describes it. */
    static PayloadFormat describe(
            Codec codec, int number, Map<String, String> parameters, MediaCapabilities capabilities) {
        List<String> feedback = List.of(Feedback.values()).stream()
                .filter(kind -> capabilities.has(codec.kind(), kind))
                .map(Feedback::attribute)
                .toList();
        return new PayloadFormat(number, name(codec), codec.clockRate(), channels(codec), parameters, feedback);
    }

    static PayloadFormat describeRtx(Codec codec, int number, int of) {
        return new PayloadFormat(number, RTX, codec.clockRate(), 1, Map.of(APT, Integer.toString(of)), List.of());
    }

    /** Returns the parameters of an offer. */
    static Map<String, String> parameters(Codec codec) {
        return switch (codec) {
            case OPUS -> opus();
            case VP8 -> Map.of();
            case VP9 -> Map.of("profile-id", "0");
            case H264 -> H264Profile.parameters();
        };
    }

    /** Returns the parameters of the answer to what the peer offered. */
    static Map<String, String> answerTo(Codec codec, PayloadFormat offered) {
        return codec == Codec.H264 ? H264Profile.answerTo(offered.parameters()) : parameters(codec);
    }

    static boolean hasRtx(Codec codec) {
        return codec.kind() == MediaKind.VIDEO;
    }

    private static boolean is(Codec codec, PayloadFormat payload) {
        if (!payload.is(name(codec))
                || payload.clockRate() != codec.clockRate()
                || payload.channels() != channels(codec)) {
            return false;
        }
        return switch (codec) {
            case OPUS, VP8 -> true;
            case VP9 -> isZeroOrNone(payload.parameter("profile-id"));
            case H264 ->
                "1".equals(payload.parameter(H264Profile.PACKETIZATION_MODE))
                        && H264Profile.of(payload.parameter(H264Profile.PROFILE_LEVEL_ID)) != null;
        };
    }

    private static boolean isZeroOrNone(@Nullable String value) {
        return value == null || value.equals("0");
    }

    private static int rtxOf(PayloadFormat payload, List<PayloadFormat> payloads) {
        String apt = Integer.toString(payload.number());
        return payloads.stream()
                .filter(other ->
                        other.is(RTX) && other.clockRate() == payload.clockRate() && apt.equals(other.parameter(APT)))
                .mapToInt(PayloadFormat::number)
                .findFirst()
                .orElse(NegotiatedFormat.NO_RTX);
    }

    private static String name(Codec codec) {
        return codec == Codec.OPUS ? "opus" : codec.name();
    }

    private static int channels(Codec codec) {
        return codec == Codec.OPUS ? OPUS_CHANNELS : 1;
    }

    private static Map<String, String> opus() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("minptime", "10");
        parameters.put("useinbandfec", "1");
        return parameters;
    }
}

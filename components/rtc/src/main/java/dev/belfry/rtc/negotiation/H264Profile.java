package dev.belfry.rtc.negotiation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * H.264 constrained baseline as descriptions name it (RFC 6184 section 8.1).
 *
 * @param text the {@code profile-level-id} as written
 * @param rank of the level: ten times its number, 1b between 1 and 1.1
 */
record H264Profile(String text, double rank) {
    /** What is received: constrained baseline up to level 3.1, 1280 x 720 at 30 frames a second. */
    static final H264Profile OWN = new H264Profile("42e01f", 31);

    static final String PROFILE_LEVEL_ID = "profile-level-id";
    static final String PACKETIZATION_MODE = "packetization-mode";
    static final String LEVEL_ASYMMETRY = "level-asymmetry-allowed";

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final int LEVEL_1_1 = 11;
    private static final double LEVEL_1B = 10.5;

    /**
     * Returns the level of a profile that is constrained baseline; null for any other. Without a parameter it would be
     * baseline, which has tools that the constrained one lacks.
     */
    static @Nullable H264Profile of(@Nullable String text) {
        if (text == null || !SIX_DIGITS.matcher(text).matches()) {
            return null;
        }
        int profile = Integer.parseInt(text.substring(0, 2), 16);
        int constraints = Integer.parseInt(text.substring(2, 4), 16);
        int level = Integer.parseInt(text.substring(4), 16);
        if (!isConstrainedBaseline(profile, constraints)) {
            return null;
        }
        boolean is1b = level == LEVEL_1_1 && (constraints & 0x10) != 0;
        return new H264Profile(text, is1b ? LEVEL_1B : level);
    }

    /** Table 5 of RFC 6184. */
    private static boolean isConstrainedBaseline(int profile, int constraints) {
        return switch (profile) {
            case 0x42 -> (constraints & 0x4f) == 0x40;
            case 0x4d -> (constraints & 0x8f) == 0x80;
            case 0x58 -> (constraints & 0xcf) == 0xc0;
            default -> false;
        };
    }

    /** Returns the parameters of an offer. */
    static Map<String, String> parameters() {
        return parameters(OWN.text());
    }

    /**
     * Returns the parameters of the answer to an offer of these (RFC 6184 section 8.2.2): the level is the lower one,
     * unless each side may have its own.
     */
    static Map<String, String> answerTo(Map<String, String> offered) {
        H264Profile profile = of(offered.get(PROFILE_LEVEL_ID));
        if (profile == null || profile.rank >= OWN.rank || "1".equals(offered.get(LEVEL_ASYMMETRY))) {
            return parameters(OWN.text());
        }
        return parameters(profile.text());
    }

    private static Map<String, String> parameters(String profile) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(LEVEL_ASYMMETRY, "1");
        parameters.put(PACKETIZATION_MODE, "1");
        parameters.put(PROFILE_LEVEL_ID, profile);
        return parameters;
    }
}

package dev.belfry.rtc.ice;

import java.util.Random;

/** Makes credentials with 48 and 144 random bits (RFC 8445 section 5.3 wants 24 and 128). */
final class NewCredentials {
    private static final String ICE_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int UFRAG_LENGTH = 8;
    private static final int PASSWORD_LENGTH = 24;

    private NewCredentials() {}

    static IceCredentials make(Random random) {
        return new IceCredentials(text(random, UFRAG_LENGTH), text(random, PASSWORD_LENGTH));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
        }
        return text.toString();
    }
}

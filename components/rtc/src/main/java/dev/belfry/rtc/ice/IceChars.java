package dev.belfry.rtc.ice;

/** {@code ice-char = ALPHA / DIGIT / "+" / "/"} (RFC 8839 section 5.1). */
final class IceChars {
    private IceChars() {}

    static boolean allIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isIceChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIceChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}

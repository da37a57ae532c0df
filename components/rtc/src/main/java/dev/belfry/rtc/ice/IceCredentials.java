package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;

/**
 * The {@code ice-ufrag} and {@code ice-pwd} of one side for one round of ICE (RFC 8839 section 5.4). A restart makes
 * new ones.
 *
 * @since 0.1
 */
public record IceCredentials(String ufrag, String password) {
    private static final int MIN_UFRAG = 4;
    private static final int MIN_PASSWORD = 22;
    private static final int MAX_LENGTH = 256;

    /**
     * Returns the peer's credentials, checked.
     *
     * @throws RtcException MALFORMED_DESCRIPTION if one is too short, too long or has other than {@code ice-char}s
     */
    public static IceCredentials of(String ufrag, String password) throws RtcException {
        check(ufrag, MIN_UFRAG, "ice-ufrag");
        check(password, MIN_PASSWORD, "ice-pwd");
        return new IceCredentials(ufrag, password);
    }

    private static void check(String text, int min, String name) throws RtcException {
        if (text.length() < min || text.length() > MAX_LENGTH || !IceChars.allIn(text)) {
            throw new RtcException(RtcException.Reason.MALFORMED_DESCRIPTION, name + " of length " + text.length());
        }
    }

    /** Returns the ufrag alone: the password stays out of logs. */
    @Override
    public String toString() {
        return "IceCredentials[ufrag=" + ufrag + "]";
    }
}

package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;

/**
 * One line of a description.
 *
 * @param number from 1
 * @param type the letter before the equals sign
 */
record SdpLine(int number, char type, String value) {
    private static final int SHOWN = 60;

    /** Returns what an attribute is called, the part before the first colon. */
    String attribute() {
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }

    /** Returns an attribute's words, those after the first colon. */
    Words words() {
        int colon = type == 'a' ? value.indexOf(':') : -1;
        return new Words(this, type == 'a' && colon < 0 ? value.length() : colon + 1);
    }

    RtcException malformed(String why) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
        return error("line " + number + " (" + printable(type + "=" + shown) + "): " + why);
    }

    static RtcException error(String why) {
        return new RtcException(RtcException.Reason.MALFORMED_DESCRIPTION, why);
    }

    static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}

package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;

/** Reads the words of a line, which single spaces part; more of them are let pass. */
final class Words {
    private final SdpLine line;
    private int at;

    Words(SdpLine line, int start) {
        this.line = line;
        at = start;
    }

    boolean hasNext() {
        skipSpaces();
        return at < line.value().length();
    }

    /** Returns the next word. */
    String next(String name) throws RtcException {
        if (!hasNext()) {
            throw line.malformed(name + " is missing");
        }
        int end = line.value().indexOf(' ', at);
        String word = line.value().substring(at, end < 0 ? line.value().length() : end);
        at += word.length();
        return word;
    }

    /** Returns the next word, or an empty text at the end. */
    String nextIfAny(String name) throws RtcException {
        return hasNext() ? next(name) : "";
    }

    int nextInt(String name, int min, int max) throws RtcException {
        return number(next(name), name, min, max);
    }

    /** Returns an unsigned number of 32 bits. */
    long nextUnsigned(String name) throws RtcException {
        String word = next(name);
        try {
            return Integer.toUnsignedLong(Integer.parseUnsignedInt(word));
        } catch (NumberFormatException e) {
            throw line.malformed(name + " is no number of 32 bits");
        }
    }

    /** Returns everything that is left, without spaces around it. */
    String rest() {
        String rest = line.value().substring(at).strip();
        at = line.value().length();
        return rest;
    }

    int number(String word, String name, int min, int max) throws RtcException {
        int number;
        try {
            number = Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw line.malformed(name + " is no number");
        }
        if (number < min || number > max) {
            throw line.malformed(name + " is not from " + min + " to " + max);
        }
        return number;
    }

    private void skipSpaces() {
        while (at < line.value().length() && line.value().charAt(at) == ' ') {
            at++;
        }
    }
}

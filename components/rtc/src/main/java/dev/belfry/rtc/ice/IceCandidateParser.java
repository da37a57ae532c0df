package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one {@code candidate-attribute} (RFC 8839 section 5.1), word by word. */
final class IceCandidateParser {
    private static final String PREFIX = "candidate:";
    private static final int MAX_FOUNDATION = 32;
    private static final int MAX_COMPONENT = 256;
    private static final long MAX_PRIORITY = 0xFFFF_FFFFL;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_ADDRESS = 255;
    private static final int MAX_TOKEN = 32;
    private static final int MAX_UFRAG = 256;

    private final String text;
    private int next;

    IceCandidateParser(String attribute) throws RtcException {
        if (attribute.length() > IceCandidate.MAX_LENGTH) {
            throw malformed("is too long");
        }
        text = attribute;
        next = attribute.startsWith(PREFIX) ? PREFIX.length() : 0;
    }

    IceCandidate parse() throws RtcException {
        String foundation = word("foundation", MAX_FOUNDATION);
        if (!IceChars.allIn(foundation)) {
            throw malformed("has a strange foundation");
        }
        int component = (int) number("component", 1, MAX_COMPONENT);
        String protocol = word("transport", MAX_TOKEN).toLowerCase(Locale.ROOT);
        long priority = number("priority", 0, MAX_PRIORITY);
        String address = address("address");
        int port = (int) number("port", 0, MAX_PORT);
        if (!word("typ", MAX_TOKEN).equals("typ")) {
            throw malformed("has no type");
        }
        IceCandidateType type = IceCandidateType.of(word("type", MAX_TOKEN));
        if (type == null) {
            throw malformed("is of no known type");
        }
        return extensions(new IceCandidate(
                foundation,
                component,
                protocol,
                priority,
                address,
                port,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private IceCandidate extensions(IceCandidate plain) throws RtcException {
        String relatedAddress = null;
        int relatedPort = 0;
        String tcpType = null;
        String ufrag = null;
        for (String name = nextWord(); name != null; name = nextWord()) {
            switch (name) {
                case "raddr" -> relatedAddress = address(name);
                case "rport" -> relatedPort = (int) number(name, 0, MAX_PORT);
                case "tcptype" -> tcpType = token(name, MAX_TOKEN);
                case "ufrag" -> ufrag = token(name, MAX_UFRAG);
                default -> word(name, IceCandidate.MAX_LENGTH);
            }
        }
        return new IceCandidate(
                plain.foundation(),
                plain.component(),
                plain.protocol(),
                plain.priority(),
                plain.address(),
                plain.port(),
                plain.type(),
                relatedAddress == null
                        ? Optional.empty()
                        : Optional.of(new IceCandidate.Related(relatedAddress, relatedPort)),
                Optional.ofNullable(tcpType),
                Optional.ofNullable(ufrag));
    }

    private String address(String name) throws RtcException {
        String address = word(name, MAX_ADDRESS);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || ".:-_%".indexOf(c) >= 0;
            if (!fits) {
                throw malformed("has a strange " + name);
            }
        }
        return address;
    }

    private String token(String name, int max) throws RtcException {
        String token = word(name, max);
        if (!IceChars.allIn(token)) {
            throw malformed("has a strange " + name);
        }
        return token;
    }

    private long number(String name, long min, long max) throws RtcException {
        String digits = word(name, MAX_TOKEN);
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > max) {
                throw malformed("has a strange " + name);
            }
            value = value * 10 + digit;
        }
        if (value < min || value > max) {
            throw malformed("has a " + name + " out of range");
        }
        return value;
    }

    private String word(String name, int max) throws RtcException {
        String word = nextWord();
        if (word == null || word.length() > max) {
            throw malformed((word == null ? "ends before its " : "has too long a ") + name);
        }
        return word;
    }

    private @Nullable String nextWord() {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next == text.length()) {
            return null;
        }
        int space = text.indexOf(' ', next);
        int end = space < 0 ? text.length() : space;
        String word = text.substring(next, end);
        next = end;
        return word;
    }

    private static RtcException malformed(String problem) {
        return new RtcException(RtcException.Reason.MALFORMED_DESCRIPTION, "candidate " + problem);
    }
}

package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one description, line by line (RFC 8829 section 5.8). */
final class SdpParser {
    private static final String FIRST_LINES = "vos";

    private final SectionBuilder session = new SectionBuilder();
    private final List<SectionBuilder> sections = new ArrayList<>();
    private final List<List<String>> bundles = new ArrayList<>();
    private long sessionId;
    private long version;
    private boolean iceLite;
    private boolean extmapAllowMixed;

    SessionDescription parse(String text) throws RtcException {
        if (text.length() > SessionDescription.MAX_LENGTH) {
            throw SdpLine.error("longer than " + SessionDescription.MAX_LENGTH + " characters");
        }
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int newLine = text.indexOf('\n', start);
            int end = newLine < 0 ? text.length() : newLine;
            number++;
            take(number, text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
            start = end + 1;
        }
        if (number < FIRST_LINES.length()) {
            throw SdpLine.error("only " + number + " lines");
        }
        return build();
    }

    private void take(int number, String text) throws RtcException {
        if (number > Bounded.LINES) {
            throw SdpLine.error("more than " + Bounded.LINES + " lines");
        }
        if (text.isEmpty() && number > FIRST_LINES.length()) {
            return;
        }
        if (text.length() < 2 || text.charAt(1) != '=' || text.indexOf('\r') >= 0) {
            throw SdpLine.error("line " + number + ": no letter and equals sign, or a stray carriage return");
        }
        SdpLine line = new SdpLine(number, text.charAt(0), text.substring(2));
        if (number <= FIRST_LINES.length() && line.type() != FIRST_LINES.charAt(number - 1)) {
            throw line.malformed(FIRST_LINES.charAt(number - 1) + "= is expected here");
        }
        take(line);
    }

    private void take(SdpLine line) throws RtcException {
        switch (line.type()) {
            case 'v' -> version(line);
            case 'o' -> origin(line);
            case 'm' -> Bounded.add(sections, new SectionBuilder(line), Bounded.SECTIONS, line);
            case 'a' -> attribute(line);
            default -> {
                // Names, addresses, bandwidths and times do not matter to WebRTC (RFC 8829 section 5.8).
            }
        }
    }

    private static void version(SdpLine line) throws RtcException {
        if (!line.value().equals("0")) {
            throw line.malformed("not version 0");
        }
    }

    private void origin(SdpLine line) throws RtcException {
        Words words = line.words();
        words.next("user name");
        try {
            sessionId = Long.parseUnsignedLong(words.next("session id"));
            version = Long.parseUnsignedLong(words.next("session version"));
        } catch (NumberFormatException e) {
            throw line.malformed("no number of 64 bits");
        }
    }

    private void attribute(SdpLine line) throws RtcException {
        if (!sections.isEmpty()) {
            sections.get(sections.size() - 1).attribute(line);
            return;
        }
        switch (line.attribute()) {
            case "group" -> group(line);
            case "ice-lite" -> iceLite = true;
            case "extmap-allow-mixed" -> extmapAllowMixed = true;
            default -> session.attribute(line);
        }
    }

    private void group(SdpLine line) throws RtcException {
        Words words = line.words();
        if (!words.next("semantics").equals("BUNDLE")) {
            return;
        }
        List<String> mids = new ArrayList<>();
        while (words.hasNext()) {
            Bounded.add(mids, words.next("mid"), Bounded.SECTIONS, line);
        }
        Bounded.add(bundles, mids, Bounded.BUNDLES, line);
    }

    private SessionDescription build() throws RtcException {
        List<MediaDescription> media =
                sections.stream().map(section -> section.build(session)).toList();
        Set<String> mids = new HashSet<>();
        for (MediaDescription section : media) {
            if (section.mid() != null && !mids.add(section.mid())) {
                throw SdpLine.error("two sections are called " + SdpLine.printable(section.mid()));
            }
        }
        return new SessionDescription(sessionId, version, bundles, iceLite, extmapAllowMixed, media);
    }
}

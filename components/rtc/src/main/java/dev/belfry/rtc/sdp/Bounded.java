package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.Collection;

/** The limits of what a description may hold. */
final class Bounded {
    static final int LINES = 10_000;
    static final int SECTIONS = 64;
    static final int FORMATS = 256;
    static final int EXTENSIONS = 64;
    static final int CANDIDATES = 128;
    static final int SOURCES = 256;
    static final int STREAMS = 16;
    static final int FINGERPRINTS = 16;
    static final int FEEDBACK = 32;
    static final int PARAMETERS = 64;
    static final int OPTIONS = 16;
    static final int BUNDLES = 16;

    private Bounded() {}

    /** Adds an element, unless the collection is as large as it may be. */
    static <E> void add(Collection<E> to, E element, int most, SdpLine line) throws RtcException {
        room(to.size(), most, line);
        to.add(element);
    }

    static void room(int size, int most, SdpLine line) throws RtcException {
        if (size >= most) {
            throw line.malformed("there are more than " + most);
        }
    }
}

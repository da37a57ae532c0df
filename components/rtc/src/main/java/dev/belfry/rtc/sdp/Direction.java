package dev.belfry.rtc.sdp;

import java.util.Locale;

/** Which way media goes, seen by whoever wrote the description (RFC 8866 section 6.7). @since 0.1 */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    /** Returns the direction of one who sends, receives, both or neither. */
    public static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** Returns the same as the other side sees it. */
    public Direction reversed() {
        return of(receives, sends);
    }

    /** Returns what is left of this where both have to agree, both seen from the same side. */
    public Direction and(Direction other) {
        return of(sends && other.sends, receives && other.receives);
    }

    /** Returns the attribute's name, such as {@code sendrecv}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}

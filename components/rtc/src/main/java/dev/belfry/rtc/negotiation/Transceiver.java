package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.sdp.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One media section as this side wants it; W3C's RTCRtpTransceiver. What is changed here takes hold by negotiation:
 * call {@link Negotiator#update} after. Owned by the connection's executor; not thread-safe.
 *
 * @since 0.1
 */
public final class Transceiver {
    private final MediaKind kind;
    private Direction direction;
    private @Nullable LocalSource source;
    private @Nullable String mid;
    private boolean stopped;

    Transceiver(MediaKind kind, Direction direction, @Nullable LocalSource source) {
        this.kind = kind;
        this.direction = direction;
        this.source = source;
    }

    public MediaKind kind() {
        return kind;
    }

    /** Returns the direction wanted; that agreed on is in {@link NegotiatedMedia}. */
    public Direction direction() {
        return direction;
    }

    public void setDirection(Direction value) {
        direction = value;
    }

    /** Returns what is sent; null if nothing was ever given. */
    public @Nullable LocalSource source() {
        return source;
    }

    /** Says what is to be sent from now on. */
    public void setSource(LocalSource value) {
        source = value;
    }

    /** Returns the section's name (RFC 5888) once it is agreed on; null before. */
    public @Nullable String mid() {
        return mid;
    }

    /** Ends the section, for good. */
    public void stop() {
        stopped = true;
    }

    /** Returns whether it was stopped, by this side or by the peer who rejected its section. */
    public boolean isStopped() {
        return stopped;
    }

    void agreed(String value) {
        mid = value;
    }

    /** Returns the direction for a description: whoever has no source sends nothing. */
    Direction described() {
        return Direction.of(direction.sends() && source != null, direction.receives());
    }
}

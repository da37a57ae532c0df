package dev.belfry.rtc.sdp;

/**
 * A number for a header extension: {@code a=extmap} (RFC 8285 section 5).
 *
 * @param id from 1 to 255, never 15
 * @param direction in which the extension is used; {@link Direction#SENDRECV} where nothing is said
 * @since 0.1
 */
public record HeaderExtensionEntry(int id, String uri, Direction direction) {
    /** Creates an entry for both directions. */
    public HeaderExtensionEntry(int id, String uri) {
        this(id, uri, Direction.SENDRECV);
    }
}

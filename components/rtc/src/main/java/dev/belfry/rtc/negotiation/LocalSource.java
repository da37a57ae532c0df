package dev.belfry.rtc.negotiation;

/**
 * What is sent in a section, as the description names it.
 *
 * @param streamId tracks of the same stream are played in step; {@code [A-Za-z0-9-]}, at most 64
 * @param trackId the same alphabet and length
 * @param cname of all sources of this side (RFC 7022), without spaces
 * @param ssrc 32 bits, unsigned
 * @param rtxSsrc under which it is resent; {@link #NO_RTX} if it is not
 * @since 0.1
 */
public record LocalSource(String streamId, String trackId, String cname, long ssrc, long rtxSsrc) {
    /** There is no source for resent packets. */
    public static final long NO_RTX = -1;
}

package dev.belfry.call.spi;

/**
 * What is known of the way that media takes to the other participants; of several the worst, of counts the sum.
 *
 * @param localCandidate the kind of address used here: {@code host}, {@code srflx}, {@code prflx}, {@code relay} (RFC
 *     8445); empty where nothing was negotiated
 * @param remoteCandidate the kind of address used there
 * @param cipher IANA's name of the SRTP protection profile; empty where nothing is encrypted
 * @param roundTripMillis the latest round-trip time in milliseconds; {@link Double#NaN} where none is known
 * @param packetsLost packets that did not come the first time
 * @param packetsResent packets sent again because the other side missed them
 * @param packetsRecovered packets that came when they were sent again
 * @since 0.1
 */
public record PathStats(
        String localCandidate,
        String remoteCandidate,
        String cipher,
        double roundTripMillis,
        long packetsLost,
        long packetsResent,
        long packetsRecovered) {
    /** Nothing is known. */
    public static final PathStats NONE = new PathStats("", "", "", Double.NaN, 0, 0, 0);

    /** Returns the figures of both ways together. */
    public PathStats plus(PathStats other) {
        return new PathStats(
                localCandidate.isEmpty() ? other.localCandidate : localCandidate,
                remoteCandidate.isEmpty() ? other.remoteCandidate : remoteCandidate,
                cipher.isEmpty() ? other.cipher : cipher,
                Double.isNaN(roundTripMillis) || other.roundTripMillis > roundTripMillis
                        ? other.roundTripMillis
                        : roundTripMillis,
                packetsLost + other.packetsLost,
                packetsResent + other.packetsResent,
                packetsRecovered + other.packetsRecovered);
    }
}

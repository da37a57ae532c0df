package dev.belfry.rtc.srtp;

/** The 48 bit numbers of RTP packets, of which only 16 bits are sent: RFC 3711 section 3.3.1 and appendix A. */
final class PacketNumbers {
    private static final int HALF = 1 << 15;

    private PacketNumbers() {}

    /**
     * Returns the number nearest to the highest one so far that ends in these 16 bits.
     *
     * @param highest -1 if there is none
     * @return below zero if it would be before the first number of all
     */
    static long nearest(long highest, int sequenceNumber) {
        if (highest < 0) {
            return sequenceNumber;
        }
        int last = (int) (highest & 0xffff);
        long rollovers = highest >>> 16;
        if (last < HALF && sequenceNumber - last > HALF) {
            rollovers--;
        } else if (last >= HALF && last - HALF > sequenceNumber) {
            rollovers++;
        }
        return (rollovers << 16) + sequenceNumber;
    }
}

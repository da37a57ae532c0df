package dev.belfry.rtc.srtp;

/** Where the parts of a packet are, and its number; filled anew for each packet, so that nothing is allocated. */
final class PacketSpan {
    /** Where the packet begins, and with it what is authenticated alone. */
    int start;
    /** Where what is encrypted begins. */
    int body;
    /** Where what is encrypted ends. */
    int end;
    /** Where the tag is. */
    int tag;
    /** The source, which the nonce is made of. */
    int ssrc;
    /** The 48 bit number of an RTP packet, or the 31 bit number of an RTCP packet. */
    long index;
    /**
     * Four bytes that are authenticated with the packet: the rollover counter of an RTP packet, or what stands behind an
     * RTCP packet.
     */
    int trailer;
}

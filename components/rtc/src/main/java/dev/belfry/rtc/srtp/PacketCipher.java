package dev.belfry.rtc.srtp;

/**
 * Encryption and authentication of one direction of RTP, or of RTCP, with the session keys. It serves every source: only
 * the nonce differs. Not thread-safe.
 */
interface PacketCipher {
    /**
     * Encrypts a part and writes the tag.
     *
     * @param bytes has room for the tag
     */
    void seal(byte[] bytes, PacketSpan span);

    /** Checks the tag and, if it is right, decrypts; otherwise changes nothing. */
    boolean open(byte[] bytes, PacketSpan span);

    /** Returns how many bytes a tag has. */
    int tagLength();

    /** Tells whether the tag of an RTCP packet stands before the packet's number, and not behind it. */
    boolean tagBeforeNumber();
}

package dev.belfry.media.codec;

/** Changes the bitrate of an encoder that is open. */
@FunctionalInterface
interface BitrateControl {
    /** For encoders that keep what they were opened with. */
    BitrateControl NONE = bitsPerSecond -> false;

    /** Returns whether the encoder aims at this number of bits a second from its next picture on. */
    boolean aimAt(int bitsPerSecond);
}

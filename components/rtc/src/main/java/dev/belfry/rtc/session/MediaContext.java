package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.NtpClock;
import java.util.random.RandomGenerator;

/**
 * What all streams of a connection work with.
 *
 * @param ntp the time of day, read off the loop's clock
 * @param random for SSRCs, first sequence numbers and the like
 */
record MediaContext(Loop loop, PacketPool packets, EncodedFramePool frames, NtpClock ntp, RandomGenerator random) {
    MediaContext(Loop loop, PacketPool packets, EncodedFramePool frames, RandomGenerator random) {
        this(loop, packets, frames, new NtpClock(loop.now(), loop.nanoTime()), random);
    }

    /** Returns an SSRC: 32 random bits that are not zero. */
    long newSsrc() {
        return 1 + random.nextLong(0xFFFF_FFFFL);
    }
}

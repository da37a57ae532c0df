package dev.belfry.rtc.session;

import dev.belfry.rtc.packet.Packet;

/** The way out for the media's packets: through encryption and over the path in use, or over a test's network. */
@FunctionalInterface
interface MediaPort {
    /**
     * Sends an RTP or RTCP packet in the clear; it is the port's from then on, to change and release.
     *
     * @return false if it was dropped, since there is no path or there are no keys
     */
    boolean send(Packet packet);
}

package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.net.InetSocketAddress;

/** Sends packets from one local candidate. Thread-safe. */
interface DatagramPath {
    /**
     * Sends a packet, which stays the caller's.
     *
     * @return false if the system refused, or the socket is closed
     */
    boolean send(Packet packet, InetSocketAddress to);
}

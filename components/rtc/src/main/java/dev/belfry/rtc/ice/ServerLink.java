package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.util.function.Consumer;
import org.ice4j.TransportAddress;

/** The way to a STUN or TURN server. Thread-safe; never blocks. */
interface ServerLink {
    /** Returns the local address, under which ice4j knows the socket. */
    TransportAddress local();

    TransportAddress server();

    /** Sends one frame to the server; false if it cannot be sent now. */
    boolean send(byte[] bytes, int offset, int length);

    /** Says who takes what a TURN server relays: ChannelData messages and Data indications, to release. */
    void onData(Consumer<Packet> receiver);

    /** Whether frames are padded to four bytes (RFC 8656 section 12.5). */
    boolean isPadded();
}

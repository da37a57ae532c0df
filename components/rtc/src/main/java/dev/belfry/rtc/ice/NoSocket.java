package dev.belfry.rtc.ice;

import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketException;

/** Stands for "this is UDP" where ice4j asks a wrapper for its socket; closed from the beginning. */
final class NoSocket extends DatagramSocket {
    private static final int BUFFER = 1600;

    NoSocket() throws SocketException {
        super((SocketAddress) null);
        super.close();
    }

    /** Returns how long a buffer ice4j should make for STUN messages, instead of one like the system's. */
    @Override
    public int getReceiveBufferSize() {
        return BUFFER;
    }
}

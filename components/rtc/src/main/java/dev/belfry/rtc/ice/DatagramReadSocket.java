package dev.belfry.rtc.ice;

import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** A socket for datagrams, of this machine or lent by a TURN server. */
abstract class DatagramReadSocket extends ReadSocket implements DatagramPath {
    private final NoSocket marker;

    DatagramReadSocket() throws SocketException {
        marker = new NoSocket();
    }

    @Override
    public final @Nullable Socket getTCPSocket() {
        return null;
    }

    @Override
    public final DatagramSocket getUDPSocket() {
        return marker;
    }
}

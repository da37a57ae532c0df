package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.ice4j.socket.IceSocketWrapper;

/** A socket as ice4j sees it, read by a thread of ice4j's whose end can be waited for. */
abstract class ReadSocket extends IceSocketWrapper {
    /** The thread that calls {@link #receive}. */
    final ReaderThread reader = new ReaderThread();

    /** Returns the local address, under which ice4j knows the socket. */
    abstract InetSocketAddress local();

    @Override
    public final InetAddress getLocalAddress() {
        return local().getAddress();
    }

    @Override
    public final int getLocalPort() {
        return local().getPort();
    }

    @Override
    public final SocketAddress getLocalSocketAddress() {
        return local();
    }

    /** Copies a message that is for ice4j into what it receives with. */
    static void copy(Packet packet, InetSocketAddress from, DatagramPacket stun) {
        System.arraycopy(packet.bytes(), packet.offset(), stun.getData(), stun.getOffset(), packet.length());
        stun.setLength(packet.length());
        stun.setSocketAddress(from);
    }
}

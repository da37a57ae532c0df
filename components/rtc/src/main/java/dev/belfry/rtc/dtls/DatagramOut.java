package dev.belfry.rtc.dtls;

/**
 * Where the handshake's datagrams go. Called on the handshake's thread and on the transport's executor.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DatagramOut {
    /** Sends a copy of these bytes, or drops them if there is no path now: they are sent again if need be. */
    void send(byte[] bytes, int offset, int length);
}

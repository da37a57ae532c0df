package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.PacketPool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes transports: over real sockets (those of ice4j), or over a network that a test made up.
 *
 * @since 0.1
 */
public interface IceTransportFactory {
    /**
     * Makes a transport. Opens no socket yet and never blocks; what fails later is told to the listener.
     *
     * @param packets gives the packets in which datagrams arrive
     * @param executor serial; on which the listener is called
     */
    IceTransport create(IceOptions options, PacketPool packets, Executor executor, IceListener listener);

    /** Does in the background what the first transport would have to wait for; completes when that is done. */
    CompletableFuture<@Nullable Void> warmUp();
}

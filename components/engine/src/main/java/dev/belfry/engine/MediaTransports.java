package dev.belfry.engine;

import dev.belfry.call.CallToken;
import dev.belfry.call.spi.IceServer;
import dev.belfry.frame.Codec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Opens transports; thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MediaTransports extends AutoCloseable {
    /**
     * Opens a participant's transport, without peers. Returns at once; failure is told to the listener. What it throws
     * fails the session, with the {@link dev.belfry.call.CallException} that is its cause, if there is one.
     *
     * @param request what to open
     * @param listener where it delivers
     */
    MediaTransport open(Request request, MediaTransport.Listener listener);

    /** Does in the background what the first transport would have to wait for. */
    default CompletableFuture<@Nullable Void> warmUp() {
        return CompletableFuture.completedFuture(null);
    }

    /** Returns how many connections, packets and frames are held: none once every transport is closed. */
    default int outstanding() {
        return 0;
    }

    /** Ends what transports share, once they are closed. */
    @Override
    default void close() {}

    /**
     * What to open.
     *
     * @param token the right to join the session
     * @param participantId who sends through it
     * @param videoCodec how pictures are to be encoded, where the others can decode that
     * @param videoBitrate the most bits a second that pictures take
     * @param iceServers the STUN and TURN servers that the hub offers for this call
     */
    record Request(
            CallToken token, String participantId, Codec videoCodec, int videoBitrate, List<IceServer> iceServers) {
        public Request {
            iceServers = List.copyOf(iceServers);
        }
    }
}

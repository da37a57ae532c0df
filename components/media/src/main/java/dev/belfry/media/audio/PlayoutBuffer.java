package dev.belfry.media.audio;

import dev.belfry.frame.EncodedFrame;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the packets of one received stream until they are to be heard, in order. One thread puts, another takes;
 * thread-safe.
 *
 * @since 0.1
 */
public interface PlayoutBuffer extends AutoCloseable {
    /** Keeps a packet, or drops it if it comes too late or twice. Retains what it keeps. */
    void put(EncodedFrame frame);

    /** Hands out what is to be heard in the next 20 ms, by one call of the output, which it waits for. */
    void next(Output output);

    /** Releases what is left. */
    @Override
    void close();

    /** Takes what is to be heard. */
    interface Output {
        /** The next packet; valid during the call. */
        void packet(EncodedFrame frame);

        /**
         * The next packet is lost.
         *
         * @param following the packet after it, if that is here already: it may tell once more what was lost; valid during
         *     the call, and handed out as {@link #packet} the next time
         */
        void lost(@Nullable EncodedFrame following);

        /** Nothing is being received. */
        void idle();
    }
}

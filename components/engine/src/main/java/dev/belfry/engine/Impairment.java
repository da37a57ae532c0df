package dev.belfry.engine;

import dev.belfry.frame.EncodedFrame;

/**
 * What a {@link LocalTransports} does to a frame on its way. Called on the threads of the senders; thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Impairment {
    /** The answer for a frame that never arrives. */
    long LOST = -1;

    /** Everything arrives at once. */
    Impairment NONE = (from, to, frame) -> 0;

    /**
     * Returns how many nanoseconds a frame takes, or {@link #LOST}. Frames with unequal delays overtake each other.
     *
     * @param from the participant who sends
     * @param to the participant who receives
     */
    long delayNanos(String from, String to, EncodedFrame frame);
}

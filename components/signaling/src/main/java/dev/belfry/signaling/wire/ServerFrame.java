package dev.belfry.signaling.wire;

import dev.belfry.call.CallException;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingEvent;
import java.util.List;

/**
 * What the hub sends over the event connection. The first frame is a {@link Hello}; then there is a {@link Delivered} or
 * a {@link Skipped} for every number after {@link Hello#since}, in order, with answers to the device's commands between.
 *
 * @since 0.1
 */
public sealed interface ServerFrame {
    /**
     * The connection is open.
     *
     * @param since the number before the first that follows; greater than asked for if older events are no longer kept
     * @param uid who is signed in
     * @param node the node of the hub that serves this connection
     */
    record Hello(long since, String uid, String node) implements ServerFrame {}

    /** The event under the next number, which its header has. */
    record Delivered(SignalingEvent event) implements ServerFrame {}

    /** The next number is not for this device. */
    record Skipped(long seq) implements ServerFrame {}

    /** A command was carried out. */
    record Answered(long id, Answer answer) implements ServerFrame {}

    /** A command was refused. */
    record Refused(long id, CallException error) implements ServerFrame {}

    /** What a command came to. */
    sealed interface Answer {
        /** All participants of the session joined. */
        record Participants(List<Participant> participants) implements Answer {
            public Participants {
                participants = List.copyOf(participants);
            }
        }

        /** This device's participation, as it now stands. */
        record Muted(Participant participant) implements Answer {}

        /** Nothing more to say. */
        record Done() implements Answer {}
    }
}

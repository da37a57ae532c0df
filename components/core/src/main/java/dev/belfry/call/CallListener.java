package dev.belfry.call;

/**
 * Hears of calls. Methods are called one at a time, on the executor given to the controller, in the order in which the
 * hub made the changes. For one {@code sessionId} exactly one terminal event comes, and nothing after it:
 * {@link #onOutgoingCallRejected}, {@link #onIncomingCallCancelled}, {@link #onCallAnsweredElsewhere} or
 * {@link #onCallEndedMessageReceived}. Only what this device does itself comes back as no event: a call that its user
 * declines, cancels or ends is over with the answer to that command. Exceptions thrown here are logged and do not reach other listeners.
 *
 * @since 0.1
 */
public interface CallListener {
    /** Someone calls this user; the device rings until the call is answered or a terminal event comes. */
    default void onIncomingCallReceived(Call call) {}

    /** The other side accepted this user's call. */
    default void onOutgoingCallAccepted(Call call) {}

    /** This user's call was declined, found busy or stayed unanswered; see {@link Call#status()}. Terminal. */
    default void onOutgoingCallRejected(Call call) {}

    /** The caller took the call back, or it stayed unanswered; see {@link Call#status()}. Terminal. */
    default void onIncomingCallCancelled(Call call) {}

    /** Another participant ended the call, or the hub did; see {@link Call#endReason()}. Terminal. */
    default void onCallEndedMessageReceived(Call call) {}

    /** Another device of this user answered or declined; this one falls silent. Terminal on this device. */
    default void onCallAnsweredElsewhere(Call call) {}

    /** A device of the receiver rings. */
    default void onRemoteRinging(Call call) {}

    /** The connection to the hub changed. Calls survive {@link ConnectionState#RECONNECTING}. */
    default void onConnectionStateChanged(ConnectionState state) {}
}

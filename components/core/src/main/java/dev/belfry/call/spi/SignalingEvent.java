package dev.belfry.call.spi;

import dev.belfry.call.Call;
import dev.belfry.call.Participant;
import java.time.Duration;

/**
 * What the hub tells a device.
 *
 * @since 0.1
 */
public sealed interface SignalingEvent {
    /** Returns what every event carries. */
    Header header();

    /**
     * What every event carries.
     *
     * @param seq the event's number for this user, rising by one
     * @param messageId unique; the same for a repeated delivery
     * @param sessionId the call it is about
     * @param uid the user who caused it
     * @param deviceId the device that caused it; empty for the hub itself
     * @param age how long ago it happened, by the hub's clock
     */
    record Header(long seq, String messageId, String sessionId, String uid, String deviceId, Duration age) {}

    /** What happened to a call, for this device. */
    enum CallChange {
        INCOMING,
        ACCEPTED,
        REJECTED,
        CANCELLED,
        ENDED,
        ANSWERED_ELSEWHERE,
        REMOTE_RINGING
    }

    /**
     * A call changed.
     *
     * @param change what it means for this device
     * @param call the call after the change
     * @param ringTimeLeft how long it may still ring; zero unless it rings
     */
    record CallChanged(Header header, CallChange change, Call call, Duration ringTimeLeft) implements SignalingEvent {}

    /** Somebody joined the session. */
    record ParticipantJoined(Header header, Participant participant) implements SignalingEvent {}

    /** Somebody left the session. */
    record ParticipantLeft(Header header, Participant participant) implements SignalingEvent {}

    /** Somebody in the session muted or unmuted. */
    record ParticipantMuted(Header header, Participant participant) implements SignalingEvent {}

    /**
     * The media of another participant says something to that of this device.
     *
     * @param from the id of the participant who sent it
     * @param to the id of this device's participation
     * @param message what it says
     */
    record PeerMessageReceived(Header header, String from, String to, PeerMessage message) implements SignalingEvent {}
}

package dev.belfry.swing.call;

import dev.belfry.call.CallParty;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.frame.VideoTrack;
import org.jspecify.annotations.Nullable;

/**
 * A call this user makes, as shown before it is answered.
 *
 * @param sessionId the call's id
 * @param peerId the uid or guid of who is called
 * @param peerName whose name
 * @param type what the call carries
 * @param progress how far it has come
 * @param preview the user's own camera, or null
 * @param problem what is wrong, or null
 * @since 0.1
 */
public record OutgoingModel(
        String sessionId,
        String peerId,
        String peerName,
        CallType type,
        Progress progress,
        @Nullable VideoTrack preview,
        @Nullable Problem problem) {
    /** How far a call has come that is not answered yet. */
    public enum Progress {
        /** The line to the hub is not there yet; the call goes out once it is. */
        CONNECTING,
        CALLING,
        /** A device of the other side rings. */
        RINGING,
        /** The line to the hub is lost for now; the other side may still ring. */
        RECONNECTING
    }

    /** Returns what to show of a snapshot with a call that was not answered yet. */
    static OutgoingModel of(CallSnapshot snapshot, @Nullable VideoTrack preview) {
        CallParty peer = snapshot.peer();
        return new OutgoingModel(
                snapshot.sessionId() == null ? "" : snapshot.sessionId(),
                peer == null ? "" : peer.id(),
                peer == null ? "" : peer.name(),
                snapshot.type(),
                progress(snapshot),
                snapshot.videoMuted() ? null : preview,
                snapshot.problem() == null ? null : Problem.of(snapshot.problem()));
    }

    private static Progress progress(CallSnapshot snapshot) {
        return switch (snapshot.connection()) {
            case CONNECTING -> Progress.CONNECTING;
            case RECONNECTING -> Progress.RECONNECTING;
            default -> snapshot.remoteRinging() ? Progress.RINGING : Progress.CALLING;
        };
    }

    /** Returns how far the call has come, in words. */
    String status() {
        return switch (progress) {
            case CONNECTING -> Words.of("outgoing.connecting");
            case CALLING -> Words.of("outgoing.calling");
            case RINGING -> Words.of("outgoing.ringing");
            case RECONNECTING -> Words.of("outgoing.reconnecting");
        };
    }
}

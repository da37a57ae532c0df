package dev.belfry.swing.call;

import dev.belfry.call.SessionSettings.Control;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that goes on, as shown.
 *
 * @param sessionId the call's id
 * @param peerId the uid or guid of the other side
 * @param title the other side's name, or the title the host gave the session
 * @param state whether media flows
 * @param connectedAt when media first arrived, or null before
 * @param video whether it is a video call
 * @param others who else is in it
 * @param self this user, or null before the session is joined
 * @param audioMuted whether the microphone is off
 * @param videoMuted whether the camera is off
 * @param sharingScreen whether the screen is shared
 * @param controls which controls to show
 * @param waiting calls that wait, oldest first
 * @param problem what is wrong, or null
 * @since 0.1
 */
public record InCallModel(
        String sessionId,
        String peerId,
        String title,
        State state,
        @Nullable Instant connectedAt,
        boolean video,
        List<Participation> others,
        @Nullable Participation self,
        boolean audioMuted,
        boolean videoMuted,
        boolean sharingScreen,
        Set<Control> controls,
        List<WaitingModel> waiting,
        @Nullable Problem problem) {
    /** Whether media flows. */
    public enum State {
        CONNECTING,
        TALKING,
        /** Media stopped and is being restored. */
        RECONNECTING
    }

    public InCallModel {
        others = List.copyOf(others);
        controls = Set.copyOf(controls);
        waiting = List.copyOf(waiting);
    }

    /** Returns whether anybody else's pictures are to be seen. */
    boolean showsVideo() {
        return others.stream().anyMatch(other -> other.video() != null);
    }

    /** Returns the same with another problem. */
    InCallModel with(Problem newProblem) {
        return new InCallModel(
                sessionId,
                peerId,
                title,
                state,
                connectedAt,
                video,
                others,
                self,
                audioMuted,
                videoMuted,
                sharingScreen,
                controls,
                waiting,
                newProblem);
    }
}

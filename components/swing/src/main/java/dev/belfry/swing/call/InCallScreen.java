package dev.belfry.swing.call;

import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.SessionSettings.Control;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.MediaDevice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The call that goes on at a controller. */
final class InCallScreen implements Screen, InCallView.Actions {
    private final InCallView view = new InCallView(this);
    private @Nullable CallController controller;
    private @Nullable InCallModel model;

    InCallView view() {
        return view;
    }

    @Override
    public boolean shows(CallSnapshot snapshot) {
        return snapshot.phase() == CallPhase.CONNECTING || snapshot.phase() == CallPhase.ONGOING;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController newController) {
        if (controller != newController) {
            controller = newController;
            view.setScalers(OutgoingScreen.scalers(newController));
        }
        CallSession session =
                newController == null ? null : newController.session().orElse(null);
        model = model(snapshot, session);
        view.setArrangement(settings(session).layout());
        view.show(model);
        return view;
    }

    @Override
    public void showLevel(String participantId, double level) {
        view.setLevel(participantId, level);
    }

    @Override
    public void showSpeaker(String participantId) {
        view.setSpeaker(participantId);
    }

    private static SessionSettings settings(@Nullable CallSession session) {
        return session == null ? SessionSettings.DEFAULT : session.settings();
    }

    /** Returns what to show of a snapshot with a call that goes on. */
    static InCallModel model(CallSnapshot snapshot, @Nullable CallSession session) {
        SessionSettings settings = settings(session);
        List<Participation> others = new ArrayList<>();
        Participation self = null;
        boolean video = snapshot.type() == CallType.VIDEO && !settings.audioOnly();
        for (Participant person : snapshot.participants()) {
            if (person.isLocalUser()) {
                Participant current = person.withMuted(snapshot.audioMuted(), snapshot.videoMuted());
                self = Participation.of(current, session == null || !video ? null : session.localVideo());
            } else {
                others.add(
                        Participation.of(person, session == null || !video ? null : session.remoteVideo(person.id())));
            }
        }
        String peerName = snapshot.peer() == null ? "" : snapshot.peer().name();
        return new InCallModel(
                snapshot.sessionId() == null ? "" : snapshot.sessionId(),
                snapshot.peer() == null ? "" : snapshot.peer().id(),
                settings.title() == null ? peerName : settings.title(),
                state(snapshot),
                snapshot.connectedAt(),
                video,
                others,
                self,
                snapshot.audioMuted(),
                snapshot.videoMuted(),
                snapshot.sharingScreen(),
                controls(settings),
                snapshot.waiting().stream().map(WaitingModel::of).toList(),
                snapshot.problem() == null ? null : Problem.of(snapshot.problem()));
    }

    private static InCallModel.State state(CallSnapshot snapshot) {
        if (snapshot.mediaLost()) {
            return InCallModel.State.RECONNECTING;
        }
        return snapshot.phase() == CallPhase.ONGOING ? InCallModel.State.TALKING : InCallModel.State.CONNECTING;
    }

    private static Set<Control> controls(SessionSettings settings) {
        Set<Control> controls = EnumSet.noneOf(Control.class);
        for (Control control : Control.values()) {
            if (settings.shows(control)) {
                controls.add(control);
            }
        }
        if (settings.audioOnly()) {
            controls.remove(Control.SWITCH_TO_VIDEO);
        }
        return controls;
    }

    private void inSession(Consumer<CallSession> action) {
        if (controller != null) {
            controller.session().ifPresent(action);
        }
    }

    @Override
    public void setAudioMuted(boolean muted) {
        inSession(session -> session.setAudioMuted(muted));
    }

    @Override
    public void setVideoMuted(boolean muted) {
        inSession(session -> session.setVideoMuted(muted));
    }

    @Override
    public CompletableFuture<List<MediaDevice>> devices(MediaDevice.Kind kind) {
        return controller == null
                ? CompletableFuture.completedFuture(List.of())
                : controller
                        .media()
                        .map(engine -> engine.devices().list(kind))
                        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    @Override
    public void use(MediaDevice device) {
        inSession(session -> session.use(device));
    }

    @Override
    public void startScreenShare(MediaDevice screen) {
        inSession(session -> session.startScreenShare(screen));
    }

    @Override
    public void stopScreenShare() {
        inSession(CallSession::stopScreenShare);
    }

    @Override
    public void end() {
        if (controller != null) {
            controller.hangUp();
        }
    }

    @Override
    public void acceptWaiting(String sessionId) {
        if (controller != null) {
            Commands.onFailure(controller.acceptCall(sessionId), this::failed);
        }
    }

    @Override
    public void declineWaiting(String sessionId) {
        if (controller != null) {
            Commands.onFailure(controller.rejectCall(sessionId, CallStatus.REJECTED), this::failed);
        }
    }

    private void failed(Problem problem) {
        if (model != null) {
            view.show(model.with(problem));
        }
    }
}

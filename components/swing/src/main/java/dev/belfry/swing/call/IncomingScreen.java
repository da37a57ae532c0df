package dev.belfry.swing.call;

import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The ringing call of a controller. */
final class IncomingScreen implements Screen, IncomingCallView.Actions {
    private final IncomingCallView view = new IncomingCallView(this);
    private @Nullable CallController controller;
    private @Nullable IncomingModel model;

    @Override
    public boolean shows(CallSnapshot snapshot) {
        return snapshot.phase() == CallPhase.INCOMING;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController newController) {
        controller = newController;
        model = IncomingModel.of(snapshot);
        view.show(model);
        return view;
    }

    @Override
    public void accept(CallType with) {
        if (controller != null && model != null) {
            Commands.onFailure(controller.acceptCall(model.sessionId(), with), this::failed);
        }
    }

    @Override
    public void decline() {
        if (controller != null && model != null) {
            Commands.onFailure(controller.rejectCall(model.sessionId(), CallStatus.REJECTED), this::failed);
        }
    }

    private void failed(Problem problem) {
        IncomingModel shown = model;
        if (shown != null) {
            view.show(shown.with(problem));
            view.rearm();
        }
    }
}

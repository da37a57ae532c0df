package dev.belfry.swing.call;

import dev.belfry.call.CallRequest;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The call of a controller that is over, until it is closed or another begins. */
final class EndedScreen implements Screen, EndedCallView.Actions {
    private final EndedCallView view = new EndedCallView(this);
    private @Nullable CallController controller;
    private @Nullable CallSnapshot shown;

    @Override
    public boolean shows(CallSnapshot snapshot) {
        return snapshot.phase() == CallPhase.ENDED;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController newController) {
        controller = newController;
        shown = snapshot;
        view.show(EndedModel.of(snapshot));
        return view;
    }

    @Override
    public void callAgain() {
        CallSnapshot over = shown;
        if (controller == null || over == null || over.peer() == null) {
            return;
        }
        CallRequest request =
                new CallRequest(over.peer().id(), over.peer().receiverType(), over.type(), CallRequest.DEFAULT_TIMEOUT);
        Commands.onFailure(controller.initiateCall(request), this::failed);
    }

    @Override
    public void close() {
        if (controller != null) {
            controller.clearActiveCall();
        }
    }

    private void failed(Problem problem) {
        if (shown != null) {
            view.show(EndedModel.of(shown).with(problem));
            view.rearm();
        }
    }
}

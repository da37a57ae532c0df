package dev.belfry.swing.call;

import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.PictureScaler;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The call that a controller makes, before it is answered. */
final class OutgoingScreen implements Screen {
    private final OutgoingCallView view = new OutgoingCallView(this::cancel);
    private @Nullable CallController controller;

    @Override
    public boolean shows(CallSnapshot snapshot) {
        return snapshot.phase() == CallPhase.DIALING || snapshot.phase() == CallPhase.OUTGOING;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController newController) {
        if (controller != newController) {
            controller = newController;
            view.setScalers(scalers(newController));
        }
        CallSession session =
                newController == null ? null : newController.session().orElse(null);
        view.show(OutgoingModel.of(snapshot, session == null ? null : session.localVideo()));
        return view;
    }

    static @Nullable Supplier<? extends PictureScaler> scalers(@Nullable CallController controller) {
        MediaEngine engine = controller == null ? null : controller.media().orElse(null);
        return engine == null ? null : engine::newScaler;
    }

    private void cancel() {
        if (controller != null) {
            controller.hangUp();
        }
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallSnapshot;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A screen, and how the call it showed last has ended: for a panel that is not concerned with other calls. */
final class EndedAfter implements Screen {
    private final Screen screen;
    private final EndedScreen ended = new EndedScreen();
    private @Nullable String lastShown;

    EndedAfter(Screen screen) {
        this.screen = screen;
    }

    @Override
    public boolean shows(CallSnapshot snapshot) {
        if (screen.shows(snapshot)) {
            return true;
        }
        boolean over = ended.shows(snapshot)
                && snapshot.sessionId() != null
                && snapshot.sessionId().equals(lastShown);
        if (!over) {
            lastShown = null;
        }
        return over;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController controller) {
        if (screen.shows(snapshot)) {
            lastShown = snapshot.sessionId();
            return screen.show(snapshot, controller);
        }
        return ended.show(snapshot, controller);
    }

    @Override
    public void showLevel(String participantId, double level) {
        screen.showLevel(participantId, level);
    }
}

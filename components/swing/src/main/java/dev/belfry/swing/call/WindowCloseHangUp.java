package dev.belfry.swing.call;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * Ends the call when the window around a panel closes: when its close button is pressed, unless the host decides
 * itself what that does, and when it is disposed of and does not come back at once.
 */
final class WindowCloseHangUp extends WindowAdapter {
    private final Component panel;
    private final Runnable hangUp;
    private @Nullable Window window;

    WindowCloseHangUp(Component panel, Runnable hangUp) {
        this.panel = panel;
        this.hangUp = hangUp;
    }

    /** Begins to watch the panel's window; for {@code addNotify}. */
    void install() {
        window = SwingUtilities.getWindowAncestor(panel);
        if (window != null) {
            window.addWindowListener(this);
        }
    }

    /** Stops watching; for {@code removeNotify}. */
    void uninstall() {
        Window former = window;
        window = null;
        if (former == null) {
            return;
        }
        former.removeWindowListener(this);
        if (!former.isVisible()) {
            // a window that only changes its decoration is disposed of and shown again in the same event
            EventQueue.invokeLater(() -> {
                if (!panel.isDisplayable()) {
                    hangUp.run();
                }
            });
        }
    }

    @Override
    public void windowClosing(WindowEvent event) {
        if (!isLeftToHost(event.getWindow())) {
            hangUp.run();
        }
    }

    private static boolean isLeftToHost(Window closing) {
        if (closing instanceof JFrame frame) {
            return frame.getDefaultCloseOperation() == WindowConstants.DO_NOTHING_ON_CLOSE;
        }
        return !(closing instanceof JDialog dialog)
                || dialog.getDefaultCloseOperation() == WindowConstants.DO_NOTHING_ON_CLOSE;
    }
}

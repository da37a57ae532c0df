package dev.belfry.swing.call;

import dev.belfry.swing.controls.Motion;
import dev.belfry.swing.controls.RoundedPanel;
import dev.belfry.swing.controls.ShowingTimer;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import javax.swing.JComponent;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;

/**
 * Fades controls once neither mouse nor keyboard was used for 3 s, and brings them back at once. Never while one of
 * them has the focus, the mouse rests on them, a menu is open, or assistive technology is in use.
 */
final class AutoHide {
    private static final int IDLE_MILLIS = 3000;
    private static final float STEP = ShowingTimer.FRAME_MILLIS / 200f;
    private static final String ASSISTIVE = "javax.accessibility.assistive_technologies";

    private final JComponent stage;
    private final RoundedPanel controls;
    private final ShowingTimer idle;
    private final ShowingTimer fading;
    private final AWTEventListener activity = this::onEvent;
    private boolean allowed;

    AutoHide(JComponent stage, RoundedPanel controls) {
        this.stage = stage;
        this.controls = controls;
        this.idle = new ShowingTimer(stage, IDLE_MILLIS, event -> hide());
        this.fading = new ShowingTimer(stage, ShowingTimer.FRAME_MILLIS, event -> fade());
    }

    /** Says whether there is anything behind the controls that is worth seeing. */
    void setAllowed(boolean nowAllowed) {
        if (allowed != nowAllowed) {
            allowed = nowAllowed;
            reveal();
        }
    }

    /** Begins to watch mouse and keyboard. */
    void install() {
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        activity,
                        AWTEvent.MOUSE_MOTION_EVENT_MASK
                                | AWTEvent.MOUSE_EVENT_MASK
                                | AWTEvent.KEY_EVENT_MASK
                                | AWTEvent.FOCUS_EVENT_MASK);
        reveal();
    }

    /** Stops watching. */
    void uninstall() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(activity);
        idle.setWanted(false);
        fading.setWanted(false);
    }

    private void onEvent(AWTEvent event) {
        if (!(event.getSource() instanceof Component source)) {
            return;
        }
        boolean inside = SwingUtilities.isDescendingFrom(source, stage);
        boolean keyInWindow = event.getID() >= java.awt.event.KeyEvent.KEY_FIRST
                && event.getID() <= java.awt.event.KeyEvent.KEY_LAST
                && SwingUtilities.getWindowAncestor(source) == SwingUtilities.getWindowAncestor(stage);
        if (inside || keyInWindow) {
            reveal();
        }
    }

    private void reveal() {
        fading.setWanted(false);
        controls.setAlpha(1);
        idle.setWanted(allowed);
        idle.restart();
    }

    private void hide() {
        if (isInUse()) {
            return;
        }
        idle.setWanted(false);
        if (Motion.isReduced()) {
            controls.setAlpha(0);
        } else {
            fading.setWanted(true);
        }
    }

    private void fade() {
        controls.setAlpha(Math.max(0, controls.getAlpha() - STEP));
        fading.setWanted(controls.getAlpha() > 0);
    }

    private boolean isInUse() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return (owner != null && SwingUtilities.isDescendingFrom(owner, controls))
                || (!GraphicsEnvironment.isHeadless() && controls.getMousePosition(true) != null)
                || MenuSelectionManager.defaultManager().getSelectedPath().length > 0
                || !System.getProperty(ASSISTIVE, "").isBlank();
    }
}

package dev.belfry.swing.controls;

import java.awt.event.ActionListener;
import java.awt.event.HierarchyEvent;
import java.awt.event.HierarchyListener;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * A timer that runs only while it is wanted and its component can be seen, so that nothing hidden or removed costs
 * anything. Belongs to the event dispatch thread.
 *
 * @since 0.1
 */
public final class ShowingTimer {
    /** The time between two pictures of an animation: at most 30 a second. */
    public static final int FRAME_MILLIS = 34;

    private final JComponent component;
    private final Timer timer;
    private final HierarchyListener visibility;
    private boolean wanted;

    /**
     * Creates a timer that is not wanted yet.
     *
     * @param component whose visibility decides
     * @param millis the time between two ticks
     * @param tick what to do
     */
    public ShowingTimer(JComponent component, int millis, ActionListener tick) {
        this.component = component;
        this.timer = new Timer(millis, tick);
        this.visibility = event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                update();
            }
        };
        component.addHierarchyListener(visibility);
    }

    /** Says whether it should run while the component is showing. */
    public void setWanted(boolean nowWanted) {
        wanted = nowWanted;
        update();
    }

    /** Begins the time to the next tick anew, if running. */
    public void restart() {
        if (timer.isRunning()) {
            timer.restart();
        }
    }

    /** Returns whether it ticks now. */
    public boolean isRunning() {
        return timer.isRunning();
    }

    /** Stops for good and lets go of the component. */
    public void dispose() {
        setWanted(false);
        component.removeHierarchyListener(visibility);
    }

    private void update() {
        if (wanted && component.isShowing()) {
            timer.start();
        } else {
            timer.stop();
        }
    }
}

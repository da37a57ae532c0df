package dev.belfry.swing.call;

import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallSnapshot;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A view and what feeds it from a controller. Belongs to the event dispatch thread. */
interface Screen {
    /** Returns whether this is the screen for how things stand. */
    boolean shows(CallSnapshot snapshot);

    /** Returns the view, and brings it up to date. */
    JComponent show(CallSnapshot snapshot, @Nullable CallController controller);

    /** Shows how loud a participant is, from 0 to 1, where that is of interest. */
    default void showLevel(String participantId, double level) {}

    /** Shows which participant speaks, where that is of interest. */
    default void showSpeaker(String participantId) {}
}

package dev.belfry.swing.call;

import java.awt.Dimension;
import java.beans.JavaBean;

/**
 * The call that goes on at a controller: video, timer and controls. Once it is over the panel says so.
 *
 * @since 0.1
 */
@JavaBean(defaultProperty = "controller", description = "Shows a call that goes on, with its controls.")
public final class InCallPanel extends AbstractCallPanel {
    private static final long serialVersionUID = 1;

    /** Creates a panel without a controller. */
    public InCallPanel() {
        super(new Dimension(640, 480), new EndedAfter(new InCallScreen()), new IdleScreen());
    }
}

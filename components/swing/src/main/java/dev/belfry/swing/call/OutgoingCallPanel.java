package dev.belfry.swing.call;

import java.awt.Dimension;
import java.beans.JavaBean;

/**
 * The call that a controller makes, until it is answered: whom it goes to, how far it is, and a button to cancel. If it
 * is not answered, the panel says why, and offers to call again.
 *
 * @since 0.1
 */
@JavaBean(defaultProperty = "controller", description = "Shows who is called, and cancels.")
public final class OutgoingCallPanel extends AbstractCallPanel {
    private static final long serialVersionUID = 1;

    /** Creates a panel without a controller. */
    public OutgoingCallPanel() {
        super(new Dimension(480, 480), new EndedAfter(new OutgoingScreen()), new IdleScreen());
    }
}

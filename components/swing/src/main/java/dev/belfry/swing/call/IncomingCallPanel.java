package dev.belfry.swing.call;

import java.awt.Dimension;
import java.beans.JavaBean;

/**
 * The ringing call of a controller: who calls, and the buttons to answer or decline. Once it is over unanswered, the
 * panel says why.
 *
 * @since 0.1
 */
@JavaBean(defaultProperty = "controller", description = "Shows who calls, and answers or declines.")
public final class IncomingCallPanel extends AbstractCallPanel {
    private static final long serialVersionUID = 1;

    /** Creates a panel without a controller. */
    public IncomingCallPanel() {
        super(new Dimension(480, 480), new EndedAfter(new IncomingScreen()), new IdleScreen());
    }
}

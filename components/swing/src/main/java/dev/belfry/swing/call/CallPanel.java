package dev.belfry.swing.call;

import dev.belfry.swing.video.Fit;
import java.awt.Dimension;
import java.beans.BeanProperty;
import java.beans.JavaBean;

/**
 * A whole call in one panel: it shows the incoming, outgoing or in-call view, whichever is right for the controller's
 * state, says how a call ended, and that there is none. For most applications this panel is enough.
 *
 * @since 0.1
 */
@JavaBean(defaultProperty = "controller", description = "Shows the call of a controller, whatever its state.")
public final class CallPanel extends AbstractCallPanel {
    private static final long serialVersionUID = 1;

    private final transient InCallScreen talk;
    private Fit videoFit = Fit.COVER;

    /** Creates a panel without a controller. */
    public CallPanel() {
        this(new InCallScreen());
    }

    private CallPanel(InCallScreen talk) {
        super(
                new Dimension(640, 480),
                new IncomingScreen(),
                new OutgoingScreen(),
                talk,
                new EndedScreen(),
                new IdleScreen());
        this.talk = talk;
    }

    /** Returns how the others' pictures fill their place. */
    public Fit getVideoFit() {
        return videoFit;
    }

    /** Sets how the others' pictures fill their place: covering it, by default, or with all of the picture. Bound. */
    @BeanProperty(description = "How the others' pictures fill their place.")
    public void setVideoFit(Fit fit) {
        Edt.require();
        Fit old = videoFit;
        videoFit = fit;
        talk.view().setVideoFit(fit);
        firePropertyChange("videoFit", old, fit);
    }
}

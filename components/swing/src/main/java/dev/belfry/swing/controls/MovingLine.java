package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;

/**
 * A thin line that moves while something is being tried. Progress bars of some looks are high or run at 60 pictures a
 * second; this one is 3 pixels high and at most 30.
 *
 * @since 0.1
 */
public final class MovingLine extends JComponent {
    private static final long serialVersionUID = 1;
    private static final float ROUND_MILLIS = 1600;

    private final ShowingTimer moving = new ShowingTimer(this, ShowingTimer.FRAME_MILLIS, e -> repaint());

    /** Creates a line that stands still. */
    public MovingLine() {
        setVisible(false);
    }

    /** Shows and moves the line, or hides it. Where motion is not wanted, all of it shows and stands still. */
    public void setActive(boolean on) {
        setVisible(on);
        moving.setWanted(on && !Motion.isReduced());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(120), UIScale.scale(3));
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Tone.WARNING_ON_STAGE.color());
        if (Motion.isReduced()) {
            g.fillRect(0, 0, getWidth(), getHeight());
            return;
        }
        float now = (System.nanoTime() / 1_000_000) % (long) ROUND_MILLIS / ROUND_MILLIS;
        int length = Math.max(1, getWidth() / 3);
        int x = Math.round(now * (getWidth() + length)) - length;
        g.fillRect(x, 0, length, getHeight());
    }
}

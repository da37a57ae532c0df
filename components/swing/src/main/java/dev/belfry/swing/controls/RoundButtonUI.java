package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.swing.AbstractButton;
import javax.swing.ButtonModel;
import javax.swing.JComponent;
import javax.swing.event.ChangeListener;
import javax.swing.plaf.basic.BasicButtonUI;
import org.jspecify.annotations.Nullable;

/**
 * Paints a disc under a button's icon. No look and feel's own delegate can be had under another one, and a call has to
 * look the same in all of them; hover and press fade over 120 ms, a ring inside the disc shows the focus.
 */
final class RoundButtonUI extends BasicButtonUI {
    private static final float HOVER = 0.12f;
    private static final float PRESSED = 0.24f;
    private static final float STEP = PRESSED * ShowingTimer.FRAME_MILLIS / 120;

    private float emphasis;
    private @Nullable ShowingTimer fading;
    private @Nullable ChangeListener onChange;

    /** Returns how much the fill stands out: nothing, hovered, pressed, and in between. */
    float emphasis() {
        return emphasis;
    }

    @Override
    protected void installDefaults(AbstractButton button) {
        super.installDefaults(button);
        button.setOpaque(false);
        button.setBorder(null);
        button.setRolloverEnabled(true);
        button.setFocusPainted(false);
    }

    @Override
    protected void installListeners(AbstractButton button) {
        super.installListeners(button);
        ShowingTimer timer = new ShowingTimer(button, ShowingTimer.FRAME_MILLIS, e -> step(button));
        fading = timer;
        onChange = e -> follow(button, timer);
        button.addChangeListener(onChange);
    }

    @Override
    protected void uninstallListeners(AbstractButton button) {
        super.uninstallListeners(button);
        button.removeChangeListener(onChange);
        if (fading != null) {
            fading.dispose();
            fading = null;
        }
    }

    private void follow(AbstractButton button, ShowingTimer timer) {
        if (target(button) == emphasis) {
            return;
        }
        if (Motion.isReduced() || !button.isShowing()) {
            emphasis = target(button);
            button.repaint();
        } else {
            timer.setWanted(true);
        }
    }

    private void step(AbstractButton button) {
        float target = target(button);
        float left = target - emphasis;
        emphasis = Math.abs(left) <= STEP ? target : emphasis + Math.signum(left) * STEP;
        if (emphasis == target && fading != null) {
            fading.setWanted(false);
        }
        button.repaint();
    }

    private static float target(AbstractButton button) {
        ButtonModel model = button.getModel();
        if (!model.isEnabled()) {
            return 0;
        }
        if (model.isPressed() && model.isArmed()) {
            return PRESSED;
        }
        return model.isRollover() ? HOVER : 0;
    }

    @Override
    public void paint(Graphics g, JComponent c) {
        Graphics2D g2 = (Graphics2D) g.create();
        try {
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            if (!c.isEnabled()) {
                g2.setComposite(AlphaComposite.SrcOver.derive(0.4f));
            }
            float size = Math.min(c.getWidth(), c.getHeight());
            float x = (c.getWidth() - size) / 2;
            float y = (c.getHeight() - size) / 2;
            g2.setColor(c.getBackground());
            g2.fill(new Ellipse2D.Float(x, y, size, size));
            if (c instanceof RoundButton round && round.role() == RoundButton.Role.NEUTRAL) {
                g2.setColor(Tone.HAIRLINE.color());
                g2.draw(new Ellipse2D.Float(x + 0.5f, y + 0.5f, size - 1, size - 1));
            }
            if (c.isFocusOwner()) {
                paintFocus(g2, c, x, y, size);
            }
            super.paint(g2, c);
        } finally {
            g2.dispose();
        }
    }

    private static void paintFocus(Graphics2D g, JComponent c, float x, float y, float size) {
        float inset = UIScale.scale(3.5f);
        g.setColor(c.getForeground());
        g.setStroke(new BasicStroke(UIScale.scale(2f)));
        g.draw(new Ellipse2D.Float(x + inset, y + inset, size - 2 * inset, size - 2 * inset));
    }

    @Override
    public boolean contains(JComponent c, int x, int y) {
        return new Ellipse2D.Float(0, 0, c.getWidth(), c.getHeight()).contains(x + 0.5, y + 0.5);
    }
}

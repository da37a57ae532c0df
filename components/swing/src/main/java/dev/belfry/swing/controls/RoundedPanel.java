package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.AlphaComposite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JPanel;

/**
 * A panel with round corners, for pills and cards that float above others; it can fade.
 *
 * @since 0.1
 */
public final class RoundedPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final Tone fill;
    private final float opacity;
    private final int arc;
    private float alpha = 1;

    /**
     * Creates a panel.
     *
     * @param layout how its parts are arranged
     * @param fill its colour
     * @param opacity how opaque the colour is, 0 to 1
     * @param arc the radius of its corners in unscaled pixels; as much as there is room for if larger
     */
    public RoundedPanel(LayoutManager layout, Tone fill, float opacity, int arc) {
        super(layout);
        this.fill = fill;
        this.opacity = opacity;
        this.arc = arc;
        setOpaque(false);
    }

    /** Returns how much of the panel and its parts can be seen. */
    public float getAlpha() {
        return alpha;
    }

    /** Lets the panel and its parts fade; they stay where they are and can still be used. */
    public void setAlpha(float newAlpha) {
        if (alpha != newAlpha) {
            alpha = newAlpha;
            repaint();
        }
    }

    @Override
    public void paint(Graphics g) {
        if (alpha >= 1) {
            super.paint(g);
        } else if (alpha > 0) {
            Graphics2D faded = (Graphics2D) g.create();
            faded.setComposite(AlphaComposite.SrcOver.derive(alpha));
            super.paint(faded);
            faded.dispose();
        }
    }

    @Override
    protected boolean isPaintingOrigin() {
        return alpha < 1;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        float corner = Math.min(2 * UIScale.scale((float) arc), Math.min(getWidth(), getHeight()));
        g.setColor(Tone.fade(fill.color(), opacity));
        g.fill(new RoundRectangle2D.Float(0, 0, getWidth(), getHeight(), corner, corner));
        g.setColor((fill == Tone.RAISED ? Tone.HAIRLINE : Tone.STAGE_HAIRLINE).color());
        g.draw(new RoundRectangle2D.Float(0.5f, 0.5f, getWidth() - 1, getHeight() - 1, corner, corner));
        g.dispose();
    }
}

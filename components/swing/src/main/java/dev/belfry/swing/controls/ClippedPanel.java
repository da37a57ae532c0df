package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * A panel that cuts its children off at round corners: video in a tile. A fine line along the edge keeps dark pictures
 * apart from the dark stage.
 *
 * @since 0.1
 */
public class ClippedPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private int arc;

    /** Creates a panel with corners of a radius in unscaled pixels; 0 leaves it square and without a line. */
    public ClippedPanel(@Nullable LayoutManager layout, int arc) {
        super(layout);
        this.arc = arc;
        setOpaque(false);
    }

    /** Changes the radius of the corners, in unscaled pixels. */
    public final void setArc(int pixels) {
        arc = pixels;
        repaint();
    }

    /** A child's repaint starts here, or it would ignore the corners. */
    @Override
    protected boolean isPaintingOrigin() {
        return arc > 0;
    }

    @Override
    protected void paintChildren(Graphics graphics) {
        if (arc == 0) {
            super.paintChildren(graphics);
            return;
        }
        float corner = 2 * UIScale.scale((float) arc);
        Graphics2D g = (Graphics2D) graphics.create();
        g.clip(new RoundRectangle2D.Float(0, 0, getWidth(), getHeight(), corner, corner));
        super.paintChildren(g);
        g.dispose();
        Graphics2D line = (Graphics2D) graphics.create();
        line.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        line.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        line.setColor(isFocusOwner() ? Tone.ON_STAGE.color() : Tone.STAGE_HAIRLINE.color());
        float width = isFocusOwner() ? UIScale.scale(2f) : 1;
        line.setStroke(new BasicStroke(width));
        line.draw(new RoundRectangle2D.Float(
                width / 2, width / 2, getWidth() - width, getHeight() - width, corner - width, corner - width));
        line.dispose();
    }

    /** Children may lie above each other: a name above video. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }
}

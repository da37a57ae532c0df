package dev.belfry.swing.video;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * Paints a picture into a component, one pixel of the picture on one pixel of the device wherever the two agree in
 * size. For the event dispatch thread.
 */
final class PicturePainter {
    private static final AffineTransform DEVICE = new AffineTransform();
    private static final int SCALE_AND_SHIFT = AffineTransform.TYPE_MASK_SCALE | AffineTransform.TYPE_TRANSLATION;

    private float dimming;
    private Color stage = Color.BLACK;
    private Color veil = Color.BLACK;
    private int boxWidth;
    private int boxHeight;
    private boolean onScreen;

    float dimming() {
        return dimming;
    }

    void setDimming(float newDimming) {
        dimming = newDimming;
        veil = veil(stage);
    }

    /** Returns the width of the component last painted, in device pixels. */
    int boxWidth() {
        return boxWidth;
    }

    /** Returns the height of the component last painted, in device pixels. */
    int boxHeight() {
        return boxHeight;
    }

    /** Returns whether the last painting was at the scale of the component's own display, so its box is to be kept. */
    boolean isOnScreen() {
        return onScreen;
    }

    /** Paints the stage and the picture, if there is one, over the whole component. */
    void paint(JComponent component, Graphics g, @Nullable Picture picture, Fit fit) {
        Graphics2D g2 = (Graphics2D) g;
        if (!component.getBackground().equals(stage)) {
            stage = component.getBackground();
            veil = veil(stage);
        }
        AffineTransform transform = g2.getTransform();
        onScreen = isScaleOf(component.getGraphicsConfiguration(), transform);
        if ((transform.getType() & ~SCALE_AND_SHIFT) != 0) {
            // Turned, sheared or flipped, as by an effect around the component: there is no pixel grid to meet.
            boxWidth = component.getWidth();
            boxHeight = component.getHeight();
            paintBox(g2, 0, 0, picture, fit);
            return;
        }
        int left = edge(transform.getTranslateX());
        int top = edge(transform.getTranslateY());
        boxWidth = edge(transform.getTranslateX() + component.getWidth() * transform.getScaleX()) - left;
        boxHeight = edge(transform.getTranslateY() + component.getHeight() * transform.getScaleY()) - top;
        g2.setTransform(DEVICE);
        paintBox(g2, left, top, picture, fit);
        g2.setTransform(transform);
    }

    private void paintBox(Graphics2D g, int left, int top, @Nullable Picture picture, Fit fit) {
        if (boxWidth <= 0 || boxHeight <= 0) {
            return;
        }
        g.setColor(stage);
        if (picture == null) {
            g.fillRect(left, top, boxWidth, boxHeight);
            return;
        }
        int width = fit.drawnWidth(picture.frameWidth, picture.frameHeight, boxWidth, boxHeight);
        int height = fit.drawnHeight(picture.frameWidth, picture.frameHeight, boxWidth, boxHeight);
        int x = Math.floorDiv(boxWidth - width, 2);
        int y = Math.floorDiv(boxHeight - height, 2);
        if (x > 0) {
            g.fillRect(left, top, x, boxHeight);
            g.fillRect(left + x + width, top, boxWidth - x - width, boxHeight);
        }
        if (y > 0) {
            g.fillRect(left, top, boxWidth, y);
            g.fillRect(left, top + y + height, boxWidth, boxHeight - y - height);
        }
        BufferedImage image = picture.image();
        if (image.getWidth() == width && image.getHeight() == height) {
            g.drawImage(image, left + x, top + y, null);
        } else {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, left + x, top + y, width, height, null);
        }
        if (dimming > 0) {
            g.setColor(veil);
            g.fillRect(left, top, boxWidth, boxHeight);
        }
    }

    private Color veil(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * dimming));
    }

    private static boolean isScaleOf(@Nullable GraphicsConfiguration display, AffineTransform transform) {
        if (display == null) {
            return true;
        }
        AffineTransform own = display.getDefaultTransform();
        return own.getScaleX() == transform.getScaleX() && own.getScaleY() == transform.getScaleY();
    }

    /** Returns the first pixel whose centre is not before an edge: the rule by which Java 2D clips and fills. */
    private static int edge(double position) {
        return (int) Math.ceil(position - 0.5);
    }
}

package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * A person or group as initials on a disc, whose hue follows from the id and stays the same everywhere. Around it, on
 * wish, rings that grow while a call rings, or one ring that follows a voice.
 *
 * @since 0.1
 */
public final class Avatar extends JComponent {
    private static final long serialVersionUID = 1;
    private static final int HUES = 8;
    private static final Color[] FALLBACK = {
        new Color(0x8A4B5E), new Color(0x7A5230), new Color(0x5F6427), new Color(0x3F6B43),
        new Color(0x2C6A70), new Color(0x3D5F94), new Color(0x5E5399), new Color(0x7E4A86)
    };
    /** How far rings reach, as a share of the diameter. */
    private static final float REACH = 0.30f;

    private static final float ROUND_MILLIS = 1600;

    private final ShowingTimer ringing = new ShowingTimer(this, ShowingTimer.FRAME_MILLIS, e -> repaint());
    private int diameter;
    private String id = "";
    private String initials = "";
    private boolean rings;
    private boolean room;
    private double level;

    /** Creates an avatar of a size in unscaled pixels. */
    public Avatar(int diameter) {
        this.diameter = diameter;
    }

    /** Shows a person or group. */
    public void show(String newId, String name) {
        if (!id.equals(newId) || !initials.equals(initialsOf(name))) {
            id = newId;
            initials = initialsOf(name);
            repaint();
        }
    }

    /** Changes the size, in unscaled pixels. */
    public void setDiameter(int pixels) {
        if (diameter != pixels) {
            diameter = pixels;
            revalidate();
            repaint();
        }
    }

    /** Keeps room for rings around the disc, whether or not there are any now. */
    public void setRingRoom(boolean on) {
        room = on;
        revalidate();
    }

    /** Returns whether there is room for rings around the disc. */
    public boolean hasRingRoom() {
        return room;
    }

    /** Lets rings grow while it can be seen; one that stands still where motion is not wanted. */
    public void setRinging(boolean on) {
        rings = on;
        ringing.setWanted(on && !Motion.isReduced());
        repaint();
    }

    /** Returns how loud the person is shown to be, from 0 to 1. */
    public double getLevel() {
        return level;
    }

    /** Shows how loud the person is, from 0 to 1. */
    public void setLevel(double newLevel) {
        double bounded = Math.max(0, Math.min(1, newLevel));
        if (Math.abs(bounded - level) > 0.01) {
            level = bounded;
            repaint();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int size = UIScale.scale(room ? Math.round(diameter * (1 + 2 * REACH)) : diameter);
        return new Dimension(size, size);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.translate(getWidth() / 2.0, getHeight() / 2.0);
            float size = UIScale.scale((float) diameter);
            if (rings) {
                paintRings(g, size);
            } else if (level > 0) {
                paintLevel(g, size);
            }
            g.setColor(hue());
            g.fill(disc(size));
            paintInitials(g, size);
        } finally {
            g.dispose();
        }
    }

    private void paintRings(Graphics2D g, float size) {
        if (Motion.isReduced()) {
            g.setColor(Tone.fade(hue(), 0.45f));
            g.setStroke(new BasicStroke(UIScale.scale(3f)));
            g.draw(disc(size * (1 + REACH)));
            return;
        }
        float now = (System.nanoTime() / 1_000_000) % (long) ROUND_MILLIS / ROUND_MILLIS;
        for (float part : new float[] {now, (now + 0.5f) % 1}) {
            g.setColor(Tone.fade(hue(), 0.42f * (1 - part)));
            g.fill(disc(size * (1 + 2 * REACH * Motion.easeOut(part))));
        }
    }

    private void paintLevel(Graphics2D g, float size) {
        float width = UIScale.scale(3f);
        g.setStroke(new BasicStroke(width));
        g.setColor(Tone.fade(hue(), 0.35f));
        g.fill(disc(size * (1 + (float) (2 * REACH * level))));
        g.setColor(Tone.ON_STAGE.color());
        g.draw(disc(size + 3 * width));
    }

    private void paintInitials(Graphics2D g, float size) {
        Font font = getFont() == null ? TextLabel.Style.BODY.font() : getFont();
        g.setFont(font.deriveFont(Font.PLAIN, size * 0.38f));
        g.setColor(Tone.ON_AVATAR.color());
        FontMetrics metrics = g.getFontMetrics();
        float capHeight = (float) metrics.getFont()
                .createGlyphVector(g.getFontRenderContext(), "H")
                .getVisualBounds()
                .getHeight();
        g.drawString(initials, -metrics.stringWidth(initials) / 2f, capHeight / 2f);
    }

    private Color hue() {
        int index = Math.floorMod(id.hashCode(), HUES);
        @Nullable Color themed = UIManager.getColor("Belfry.avatar.background" + (index + 1));
        return themed == null ? FALLBACK[index] : themed;
    }

    private static Ellipse2D disc(float size) {
        return new Ellipse2D.Float(-size / 2, -size / 2, size, size);
    }

    /** Returns the first letter of the first word, and that of the last one if it is another, in upper case. */
    static String initialsOf(String name) {
        String whole = name.strip();
        int space = whole.lastIndexOf(' ');
        return firstLetter(whole) + (space < 0 ? "" : firstLetter(whole.substring(space)));
    }

    private static String firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}

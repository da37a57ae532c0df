package dev.belfry.swing.controls;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.time.Duration;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/**
 * Minutes and seconds in figures of one width, so that nothing shifts as they run.
 *
 * @since 0.1
 */
public final class ClockLabel extends JComponent {
    private static final long serialVersionUID = 1;

    private final TextLabel.Style style;
    private String text = "";

    /** Creates an empty label. */
    public ClockLabel(TextLabel.Style style) {
        this.style = style;
        setFont(style.font());
    }

    /** Shows a time, in hours only from the first one on. */
    public void setTime(Duration time) {
        setText(format(time));
    }

    /** Returns a time as the label shows it. */
    public static String format(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        long hours = seconds / 3600;
        String minutes = String.format("%02d:%02d", seconds / 60 % 60, seconds % 60);
        return hours > 0 ? hours + ":" + minutes : minutes;
    }

    /** Returns what it shows. */
    public String getText() {
        return text;
    }

    private void setText(String newText) {
        if (!text.equals(newText)) {
            boolean resize = text.length() != newText.length();
            text = newText;
            getAccessibleContext().setAccessibleName(newText);
            if (resize) {
                revalidate();
            }
            repaint();
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleClock();
        }
        return accessibleContext;
    }

    private final class AccessibleClock extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LABEL;
        }
    }

    @Override
    public void updateUI() {
        if (style != null) {
            setFont(style.font());
        }
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(getFont());
        int width = text.chars().map(c -> cell(metrics, (char) c)).sum();
        return new Dimension(width, metrics.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(getFont());
        g.setColor(style.tone().color());
        FontMetrics metrics = g.getFontMetrics();
        int x = 0;
        int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int cell = cell(metrics, c);
            g.drawString(String.valueOf(c), x + (cell - metrics.charWidth(c)) / 2f, y);
            x += cell;
        }
        g.dispose();
    }

    private static int cell(FontMetrics metrics, char c) {
        return Character.isDigit(c)
                ? "0123456789".chars().map(metrics::charWidth).max().orElseThrow()
                : metrics.charWidth(c);
    }
}

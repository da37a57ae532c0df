package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * A round button with an icon, the same under every look and feel. Its words are its accessible name and tool tip.
 * Only the space bar and its mnemonic press it, never Enter, so that a call is not answered by a line of typing.
 *
 * @since 0.1
 */
public final class RoundButton extends JButton {
    private static final long serialVersionUID = 1;

    /** What a button is for, which gives its colours. */
    public enum Role {
        ACCEPT(Tone.ACCEPT, Tone.ON_ACCEPT),
        DECLINE(Tone.DECLINE, Tone.ON_DECLINE),
        /** Neither yes nor no, on the panel's background. */
        NEUTRAL(Tone.RAISED, Tone.TEXT),
        /** On the stage, switched on. */
        CONTROL(Tone.CONTROL, Tone.ON_CONTROL),
        /** On the stage, switched off. */
        CONTROL_OFF(Tone.CONTROL_OFF, Tone.ON_CONTROL_OFF);

        private final Tone fill;
        private final Tone ink;

        Role(Tone fill, Tone ink) {
            this.fill = fill;
            this.ink = ink;
        }
    }

    private Role role;
    private Glyph glyph;
    private int diameter;

    /**
     * Creates a button.
     *
     * @param role what it is for
     * @param glyph its icon
     * @param diameter its size in unscaled pixels, at least 32
     */
    public RoundButton(Role role, Glyph glyph, int diameter) {
        this.role = role;
        this.glyph = glyph;
        this.diameter = diameter;
        setIcon(glyph.icon(iconSize(diameter)));
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "none");
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, true), "none");
    }

    /** Sets the words: accessible name and tool tip. */
    public void setWords(String name) {
        getAccessibleContext().setAccessibleName(name);
        setToolTipText(name);
    }

    /** Returns what it is for. */
    public Role role() {
        return role;
    }

    /** Changes what it is for and its icon. */
    public void change(Role newRole, Glyph newGlyph) {
        if (role != newRole || glyph != newGlyph) {
            role = newRole;
            glyph = newGlyph;
            setIcon(glyph.icon(iconSize(diameter)));
            repaint();
        }
    }

    /** Changes the size, in unscaled pixels. */
    public void setDiameter(int pixels) {
        if (diameter != pixels) {
            diameter = pixels;
            setIcon(glyph.icon(iconSize(pixels)));
            revalidate();
        }
    }

    @Override
    public void updateUI() {
        setUI(new RoundButtonUI());
    }

    // The icon's filter asks for these: role is null while the super constructor runs.
    @Override
    @SuppressWarnings("UnnecessaryParentheses")
    public Color getForeground() {
        @Nullable Role known = role;
        return known == null ? Tone.TEXT.color() : known.ink.color();
    }

    @Override
    public Color getBackground() {
        @Nullable Role known = role;
        return known == null ? Tone.RAISED.color() : fillNow(known);
    }

    @Override
    public Dimension getPreferredSize() {
        int size = UIScale.scale(diameter);
        return new Dimension(size, size);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    private Color fillNow(Role known) {
        Color fill = known.fill.color();
        if (getUI() instanceof RoundButtonUI ui) {
            return Tone.blend(fill, known == Role.CONTROL_OFF ? Color.BLACK : shade(known), ui.emphasis());
        }
        return fill;
    }

    private static Color shade(Role known) {
        return known == Role.CONTROL || known == Role.NEUTRAL ? known.ink.color() : Color.BLACK;
    }

    private static int iconSize(int diameter) {
        if (diameter >= 56) {
            return 24;
        }
        return diameter >= 40 ? 20 : 18;
    }
}

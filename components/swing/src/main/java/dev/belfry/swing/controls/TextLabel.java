package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * A label in one of the panels' text styles, from the look and feel's own font.
 *
 * @since 0.1
 */
public final class TextLabel extends JLabel {
    private static final long serialVersionUID = 1;

    /** Size, weight and colour of text. */
    public enum Style {
        /** The name of whom one talks to. */
        NAME(8, true, Tone.TEXT),
        /** The same where there is little room. */
        TITLE(4, true, Tone.TEXT),
        /** A name in a list or banner. */
        STRONG(0, true, Tone.TEXT),
        BODY(0, false, Tone.TEXT),
        SECONDARY(-1, false, Tone.SECONDARY_TEXT),
        WARNING(0, true, Tone.WARNING),
        /** The same on the stage. */
        STAGE_NAME(8, true, Tone.ON_STAGE),
        STAGE_TITLE(4, true, Tone.ON_STAGE),
        STAGE_STRONG(1, true, Tone.ON_STAGE),
        STAGE_BODY(0, false, Tone.ON_STAGE),
        STAGE_SECONDARY(-1, false, Tone.ON_STAGE_SECONDARY);

        private final int points;
        private final boolean strong;
        private final Tone tone;

        Style(int points, boolean strong, Tone tone) {
            this.points = points;
            this.strong = strong;
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }

        /** Returns the font of this style under the present look and feel. */
        Font font() {
            @Nullable Font base = UIManager.getFont("Label.font");
            Font known = base == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : base;
            Font semibold = UIManager.getFont("semibold.font");
            float size = known.getSize2D() + UIScale.scale((float) points);
            if (strong && semibold != null && !semibold.getFamily().equals(known.getFamily())) {
                return semibold.deriveFont(size);
            }
            return known.deriveFont(strong ? Font.BOLD : Font.PLAIN, size);
        }
    }

    private Style style;

    /** Creates an empty label. */
    public TextLabel(Style style) {
        this.style = style;
        setFont(style.font());
    }

    /** Changes the style. */
    public void setStyle(Style newStyle) {
        if (style != newStyle) {
            style = newStyle;
            setFont(newStyle.font());
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        @Nullable Style known = style;
        if (known != null) {
            setFont(known.font());
        }
    }

    @Override
    public Color getForeground() {
        @Nullable Style known = style;
        return known == null ? Tone.TEXT.color() : known.tone.color();
    }

    /** Shows the text; a screen reader hears the change. Nothing happens if it is the same. */
    @Override
    public void setText(@Nullable String text) {
        if (text == null || !text.equals(getText())) {
            super.setText(text);
        }
    }
}

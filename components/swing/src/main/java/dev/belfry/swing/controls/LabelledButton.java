package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/**
 * A {@link RoundButton} with its words beneath.
 *
 * @since 0.1
 */
public final class LabelledButton extends JPanel {
    private static final long serialVersionUID = 1;

    private final RoundButton button;
    private final TextLabel label = new TextLabel(TextLabel.Style.SECONDARY);

    /** Creates a button with words beneath; see {@link RoundButton}. */
    public LabelledButton(RoundButton.Role role, Glyph glyph, int diameter) {
        super(new MigLayout("insets 0, gap 0, hidemode 3, wrap, fillx", "[grow, center]", "[][]"));
        button = new RoundButton(role, glyph, diameter);
        setOpaque(false);
        label.setHorizontalAlignment(SwingConstants.CENTER);
        add(button, "align center");
        add(label, "gaptop " + UIScale.scale(8) + "px, align center");
    }

    /** Returns the button itself. */
    public RoundButton button() {
        return button;
    }

    /** Sets what it says: a short label, and the full words for the tool tip and screen readers. */
    public void setWords(String text, String full) {
        label.setText(text);
        button.setWords(full);
    }

    /** Changes how the label is written, as on the stage. */
    public void setLabelStyle(TextLabel.Style style) {
        label.setStyle(style);
    }

    /** Shows or hides the label; the words stay for the tool tip and screen readers. */
    public void setLabelVisible(boolean visible) {
        label.setVisible(visible);
    }
}

package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JTextArea;

/** Text that wraps at a width it is told. */
final class WrappedText extends JTextArea {
    private static final long serialVersionUID = 1;

    private final boolean strong;

    WrappedText(boolean strong) {
        this.strong = strong;
        setEditable(false);
        setFocusable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        restyle();
    }

    /** Takes the width it will have, in scaled pixels, so that its height is known. */
    void fit(int width) {
        setSize(Math.max(1, width), Short.MAX_VALUE);
        setPreferredSize(null);
        int height = getPreferredSize().height;
        setPreferredSize(new Dimension(Math.max(1, width), height));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setOpaque(false);
        restyle();
    }

    private void restyle() {
        setBorder(null);
        setMargin(new Insets(0, 0, 0, 0));
        setFont(new TextLabel(strong ? TextLabel.Style.STRONG : TextLabel.Style.BODY).getFont());
        setMinimumSize(new Dimension(UIScale.scale(40), 0));
    }

    @Override
    public Color getForeground() {
        return strong ? Tone.TEXT.color() : Tone.SECONDARY_TEXT.color();
    }
}

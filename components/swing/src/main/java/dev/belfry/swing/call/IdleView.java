package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.awt.Dimension;
import net.miginfocom.swing.MigLayout;

/** No call. */
final class IdleView extends AdaptiveView {
    private static final long serialVersionUID = 1;

    private final TextLabel icon = new TextLabel(TextLabel.Style.SECONDARY);

    IdleView() {
        super(
                new MigLayout("fill, wrap 1, gap 0, hidemode 3", "[center]", "[grow, bottom][][grow, top]"),
                Tone.BACKGROUND);
        icon.setIcon(Glyph.PHONE.icon(32));
        TextLabel title = new TextLabel(TextLabel.Style.STRONG);
        title.setText(Words.of("idle.title"));
        TextLabel text = new TextLabel(TextLabel.Style.SECONDARY);
        text.setText(Words.of("idle.text"));
        add(icon);
        add(title, "wmin 0, gaptop " + Measures.px(12));
        add(text, "wmin 0, gaptop " + Measures.px(4));
    }

    @Override
    void arrange(int width, int height) {
        icon.setVisible(height >= 120);
    }

    @Override
    public Dimension getPreferredSize() {
        return UIScale.scale(new Dimension(480, 480));
    }

    @Override
    public Dimension getMinimumSize() {
        return UIScale.scale(new Dimension(280, 128));
    }
}

package dev.belfry.swing.call;

import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.Tone;
import java.awt.Color;
import java.awt.LayoutManager;
import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** A view that arranges itself anew whenever its size changes. */
abstract class AdaptiveView extends JPanel {
    private static final long serialVersionUID = 1;

    private final Tone background;
    private int arrangedWidth = -1;
    private int arrangedHeight = -1;

    AdaptiveView(@Nullable LayoutManager layout, Tone background) {
        super(layout);
        this.background = background;
        // takes the focus of a new window, which would else be on its first button; the binding makes it eligible
        setFocusable(true);
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "none");
    }

    /** Sets layout constraints and sizes of parts for a size in unscaled pixels. */
    abstract void arrange(int width, int height);

    /** Arranges once more, as after something was shown or hidden. */
    final void rearrange() {
        arrangedWidth = -1;
        revalidate();
        repaint();
    }

    @Override
    public void doLayout() {
        if (arrangedWidth != getWidth() || arrangedHeight != getHeight()) {
            arrangedWidth = getWidth();
            arrangedHeight = getHeight();
            arrange(Measures.width(this), Measures.height(this));
        }
        super.doLayout();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        arrangedWidth = -1;
    }

    @Override
    public Color getBackground() {
        @Nullable Tone known = background;
        return known == null ? super.getBackground() : known.color();
    }

    /** Parts may lie above each other: words above video. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }
}

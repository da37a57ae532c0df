package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.RoundedPanel;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What went wrong, what to do about it, and one button. Hidden while nothing is wrong, or once it was dismissed. */
final class ProblemCard extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int INSET = 12;
    private static final int ICON = 20;
    private static final int MAX_WIDTH = 440;

    private final RoundedPanel card = new RoundedPanel(
            new MigLayout("insets " + Measures.px(INSET) + ", gap 0, wrap 2, hidemode 3"), Tone.RAISED, 1, 12);
    private final WrappedText what = new WrappedText(true);
    private final WrappedText remedy = new WrappedText(false);
    private final JButton button = new JButton();
    private @Nullable Problem problem;
    private @Nullable Problem dismissed;

    /** Creates a card; its button dismisses it and hands the problem on. */
    ProblemCard(Consumer<Problem> action) {
        super(new MigLayout("insets 0, fill"));
        setOpaque(false);
        setVisible(false);
        TextLabel icon = new TextLabel(TextLabel.Style.WARNING);
        icon.setIcon(Glyph.WARNING.icon(ICON));
        button.setName("problem");
        button.addActionListener(event -> {
            Problem shown = problem;
            if (shown != null) {
                dismissed = shown;
                setVisible(false);
                action.accept(shown);
            }
        });
        card.add(icon, "aligny top, gapright " + Measures.px(8));
        card.add(what);
        card.add(remedy, "skip");
        card.add(button, "skip, align right, gaptop " + Measures.px(8));
        add(card, "grow");
    }

    /** Shows a problem, or hides. A problem that was dismissed stays away until there was another or none. */
    void show(@Nullable Problem newProblem, String buttonText) {
        problem = newProblem;
        if (newProblem == null) {
            dismissed = null;
            setVisible(false);
            return;
        }
        what.setText(newProblem.what());
        remedy.setText(newProblem.remedy());
        what.setToolTipText(Words.of("problem.details", newProblem.code().name()));
        button.setText(buttonText);
        getAccessibleContext().setAccessibleName(newProblem.what() + " " + newProblem.remedy());
        setVisible(!newProblem.equals(dismissed));
    }

    /** Wraps its text for a width in scaled pixels; returns how wide it will be. */
    int fit(int available) {
        int width = Math.min(available, UIScale.scale(MAX_WIDTH));
        int text = width - UIScale.scale(2 * INSET + ICON + 8);
        what.fit(text);
        remedy.fit(text);
        return width;
    }
}

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

    private final RoundedPanel card =
            new RoundedPanel(new MigLayout("insets " + Measures.px(INSET) + ", gap 0, hidemode 3"), Tone.RAISED, 1, 12);
    private final WrappedText what = new WrappedText(true);
    private final WrappedText remedy = new WrappedText(false);
    private final JButton button = new JButton();
    private @Nullable Problem problem;
    private @Nullable Problem dismissed;
    private boolean flat;

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
        card.add(icon, "cell 0 0, aligny top, gapright " + Measures.px(8));
        card.add(what, "cell 1 0");
        card.add(remedy, "cell 1 1");
        card.add(button);
        setFlat(false);
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
        button.setToolTipText(newProblem.remedy());
        what.setToolTipText(Words.of("problem.details", newProblem.code().name()));
        button.setText(buttonText);
        getAccessibleContext().setAccessibleName(newProblem.what() + " " + newProblem.remedy());
        setVisible(!newProblem.equals(dismissed));
    }

    /** Puts everything in one line where there is no height for more; the remedy is then in the tool tip. */
    final void setFlat(boolean nowFlat) {
        flat = nowFlat;
        remedy.setVisible(!flat);
        ((MigLayout) card.getLayout())
                .setLayoutConstraints("gap 0, hidemode 3, insets " + Measures.px(flat ? 8 : INSET));
        String place = flat ? "cell 2 0, gapleft " + Measures.px(8) : "cell 1 2, align right, gaptop " + Measures.px(8);
        ((MigLayout) card.getLayout()).setComponentConstraints(button, place);
    }

    /** Wraps its text for a width in scaled pixels; returns how wide it will be. */
    int fit(int available) {
        int width = Math.min(available, UIScale.scale(MAX_WIDTH));
        int text = width - UIScale.scale(2 * INSET + ICON + 8);
        if (flat) {
            text -= button.getPreferredSize().width + UIScale.scale(8);
        }
        what.fit(text);
        remedy.fit(text);
        return width;
    }
}

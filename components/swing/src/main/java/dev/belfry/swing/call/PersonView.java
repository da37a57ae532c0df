package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.Avatar;
import dev.belfry.swing.controls.LabelledButton;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * What the views before and after a call have in common: content (an avatar), details (name and a few lines) and
 * controls (a row of buttons). Stacked where there is room, else with the avatar beside the details.
 */
abstract class PersonView extends AdaptiveView {
    private static final long serialVersionUID = 1;
    /** Below this height the avatar goes beside the text. */
    private static final int LOW = 320;
    /** Below this height everything is small. */
    private static final int FLAT = 168;
    /** Below this height a problem takes the place of the person. */
    private static final int CROWDED = 300;

    final Avatar avatar = new Avatar(96);
    final TextLabel name = new TextLabel(TextLabel.Style.NAME);
    final TextLabel status = new TextLabel(TextLabel.Style.BODY);
    final TextLabel detail = new TextLabel(TextLabel.Style.SECONDARY);
    final JPanel controls = new JPanel(new MigLayout("insets 0, gap 0, hidemode 3"));
    final ProblemCard problem;
    private final TextLabel.Style tallName;
    private final TextLabel.Style lowName;
    private boolean low;
    private final List<LabelledButton> buttons = new ArrayList<>();

    PersonView(Tone background, Consumer<Problem> onProblem) {
        super(new MigLayout(), background);
        boolean onStage = background == Tone.STAGE;
        tallName = onStage ? TextLabel.Style.STAGE_NAME : TextLabel.Style.NAME;
        lowName = onStage ? TextLabel.Style.STAGE_TITLE : TextLabel.Style.TITLE;
        problem = new ProblemCard(onProblem);
        avatar.setRingRoom(true);
        controls.setOpaque(false);
        add(avatar);
        add(name);
        add(status);
        add(detail);
        add(problem);
        add(controls);
    }

    final void addControl(LabelledButton button) {
        buttons.add(button);
        controls.add(button);
    }

    @Override
    void arrange(int width, int height) {
        low = height < LOW || (problem.isVisible() && height < LOW + 80);
        boolean flat = height < FLAT;
        boolean crowded = problem.isVisible() && height < CROWDED;
        int padding = flat || crowded ? 12 : Measures.padding(width);
        buttons.forEach(button -> {
            button.setLabelVisible(width >= Measures.NARROW && !low);
            button.button().setDiameter(flat || crowded ? 44 : 56);
        });
        arrangeControls(width);
        problem.setFlat(flat);
        problem.fit(getWidth() - 2 * UIScale.scale(padding));
        for (JComponent part : List.of(avatar, name, status)) {
            part.setVisible(!crowded);
        }
        detail.setVisible(!crowded && !detail.getText().isEmpty());
        name.setStyle(low ? lowName : tallName);
        if (low) {
            besideEachOther(flat, padding);
        } else {
            stacked(width, padding);
        }
    }

    /** Returns whether the avatar is beside the text. */
    final boolean isLow() {
        return low;
    }

    /** Gives every button the same width, so that they stand at even distances whatever their labels. */
    private void arrangeControls(int width) {
        MigLayout layout = (MigLayout) controls.getLayout();
        layout.setLayoutConstraints("insets 0, hidemode 3, novisualpadding, gapx " + Measures.px(gap(width)));
        int widest = buttons.stream()
                .mapToInt(button -> button.getPreferredSize().width)
                .max()
                .orElse(0);
        buttons.forEach(button -> layout.setComponentConstraints(button, "aligny top, w " + widest + "px!"));
    }

    private void stacked(int width, int padding) {
        avatar.setDiameter(width < Measures.SMALL ? 64 : 96);
        layOut("[grow, center]", "[grow, bottom][][][][grow, top]push[]", padding);
        place(avatar, "cell 0 0, gapbottom " + Measures.px(avatar.hasRingRoom() ? 8 : 20));
        place(name, "cell 0 1, wmin 0, wmax 100%");
        place(status, "cell 0 2, wmin 0, wmax 100%, gaptop " + Measures.px(8));
        place(detail, "cell 0 3, wmin 0, wmax 100%, gaptop " + Measures.px(4));
        place(problem, "cell 0 4, gaptop " + Measures.px(16));
        place(controls, "cell 0 5, gaptop " + Measures.px(16));
    }

    private void besideEachOther(boolean flat, int padding) {
        avatar.setDiameter(flat ? 36 : 52);
        layOut("[][grow, left]", "[grow, bottom][][grow, top][][]", padding);
        String left = ", wmin 0, gapleft " + Measures.px(8);
        place(avatar, "cell 0 0 1 3, aligny center");
        place(name, "cell 1 0" + left);
        place(status, "cell 1 1" + left + ", gaptop " + Measures.px(2));
        place(detail, "cell 1 2" + left + ", gaptop " + Measures.px(2));
        place(problem, "cell 0 3 2 1, align center, gaptop " + Measures.px(4));
        place(controls, "cell 0 4 2 1, align center, gaptop " + Measures.px(flat ? 4 : 8));
    }

    private static int gap(int width) {
        if (width < Measures.SMALL) {
            return 16;
        }
        return width < Measures.NARROW ? 24 : 40;
    }

    private void layOut(String columns, String rows, int padding) {
        MigLayout mig = (MigLayout) getLayout();
        mig.setLayoutConstraints("insets " + Measures.px(padding) + ", gap 0, hidemode 3, fill, novisualpadding");
        mig.setColumnConstraints(columns);
        mig.setRowConstraints(rows);
    }

    private void place(Component part, String constraint) {
        ((MigLayout) getLayout()).setComponentConstraints(part, constraint);
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : UIScale.scale(new Dimension(480, 480));
    }

    @Override
    public Dimension getMinimumSize() {
        return isMinimumSizeSet() ? super.getMinimumSize() : UIScale.scale(new Dimension(280, 128));
    }
}

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

    final Avatar avatar = new Avatar(96);
    final TextLabel name = new TextLabel(TextLabel.Style.NAME);
    final TextLabel status = new TextLabel(TextLabel.Style.BODY);
    final TextLabel detail = new TextLabel(TextLabel.Style.SECONDARY);
    final JPanel controls = new JPanel(new MigLayout("insets 0, gap 0, hidemode 3"));
    final ProblemCard problem;
    private final List<LabelledButton> buttons = new ArrayList<>();

    PersonView(Tone background, Consumer<Problem> onProblem) {
        super(new MigLayout(), background);
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
        controls.add(button, "sizegroup control, aligny top");
    }

    @Override
    void arrange(int width, int height) {
        boolean low = height < LOW || (problem.isVisible() && height < LOW + 80);
        boolean flat = height < FLAT;
        int padding = flat ? 12 : Measures.padding(width);
        buttons.forEach(button -> {
            button.setLabelVisible(width >= Measures.NARROW && !low);
            button.button().setDiameter(flat ? 44 : 56);
        });
        ((MigLayout) controls.getLayout())
                .setLayoutConstraints("insets 0, hidemode 3, gapx " + Measures.px(gap(width)));
        problem.fit(getWidth() - 2 * UIScale.scale(padding));
        if (low) {
            besideEachOther(width, height, padding);
        } else {
            stacked(width, padding);
        }
    }

    private void stacked(int width, int padding) {
        avatar.setDiameter(width < Measures.SMALL ? 64 : 96);
        avatar.setRingRoom(true);
        layOut("wrap 1, align center", "[grow, center]", "[grow, bottom][][][][][grow, bottom]", padding);
        place(avatar, "gapbottom " + Measures.px(4));
        place(name, "wmin 0, wmax 100%");
        place(status, "wmin 0, wmax 100%, gaptop " + Measures.px(8));
        place(detail, "wmin 0, wmax 100%, gaptop " + Measures.px(4));
        place(problem, "gaptop " + Measures.px(16));
        place(controls, "gaptop " + Measures.px(16));
    }

    private void besideEachOther(int width, int height, int padding) {
        boolean flat = height < FLAT;
        avatar.setDiameter(flat ? 48 : 64);
        avatar.setRingRoom(!flat && height >= 220 && width >= Measures.SMALL);
        boolean crowded = problem.isVisible() && height < 260;
        avatar.setVisible(!crowded);
        layOut("wrap 2", "[][grow, left]", "[grow, bottom][grow 0][grow, top][][]", padding);
        String text = "wmin 0, growx 0" + (crowded ? ", skip 1" : "");
        place(avatar, "spany 3, aligny center, gapright " + Measures.px(12));
        place(name, text);
        place(status, text + ", gaptop " + Measures.px(2));
        place(detail, text + ", gaptop " + Measures.px(2));
        place(problem, "newline, spanx 2, align center, gaptop " + Measures.px(8));
        place(controls, "newline, spanx 2, align center, gaptop " + Measures.px(8));
    }

    private static int gap(int width) {
        if (width < Measures.SMALL) {
            return 16;
        }
        return width < Measures.NARROW ? 24 : 40;
    }

    private void layOut(String layout, String columns, String rows, int padding) {
        MigLayout mig = (MigLayout) getLayout();
        String inset = "insets " + Measures.px(padding) + ", gap 0, hidemode 3, fill, novisualpadding, ";
        mig.setLayoutConstraints(inset + layout);
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

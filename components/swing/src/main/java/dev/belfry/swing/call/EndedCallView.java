package dev.belfry.swing.call;

import dev.belfry.swing.controls.ClockLabel;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.LabelledButton;
import dev.belfry.swing.controls.RoundButton;
import dev.belfry.swing.controls.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, from plain data: who, why in words, and the choice to call again or close.
 *
 * <p>All methods belong to the event dispatch thread.
 *
 * @since 0.1
 */
public final class EndedCallView extends PersonView {
    private static final long serialVersionUID = 1;

    /** What the buttons do. */
    public interface Actions {
        void callAgain();

        void close();
    }

    private final LabelledButton close = new LabelledButton(RoundButton.Role.NEUTRAL, Glyph.CLOSE, 56);
    private final LabelledButton again = new LabelledButton(RoundButton.Role.ACCEPT, Glyph.REDO, 56);
    private final OneShot once = new OneShot();
    private @Nullable EndedModel model;

    /** Creates an empty view. */
    public EndedCallView(Actions actions) {
        super(Tone.BACKGROUND, problem -> {});
        close.setWords(Words.of("ended.close"), Words.of("ended.close.full"));
        again.setWords(Words.of("ended.again"), Words.of("ended.again.full"));
        Words.mnemonic(close.button(), "ended.close");
        Words.mnemonic(again.button(), "ended.again");
        close.button().setName("close");
        again.button().setName("callAgain");
        once.add(close.button(), actions::close);
        once.add(again.button(), actions::callAgain);
        avatar.setRingRoom(false);
        addControl(close);
        addControl(again);
    }

    /** Shows a call that is over. */
    public void show(EndedModel newModel) {
        Edt.require();
        model = newModel;
        avatar.show(newModel.peerId(), newModel.peerName());
        name.setText(newModel.peerName());
        status.setText(newModel.headline());
        boolean talked = !newModel.duration().isZero();
        detail.setText(talked ? Words.of("ended.duration", ClockLabel.format(newModel.duration())) : "");
        again.setVisible(newModel.canCallAgain());
        problem.show(newModel.problem(), Words.of("problem.dismiss"));
        getAccessibleContext().setAccessibleName(newModel.peerName() + ", " + newModel.headline());
        once.arm(newModel.sessionId());
        rearrange();
    }

    @Override
    void arrange(int width, int height) {
        super.arrange(width, height);
        if (model != null) {
            // beside the avatar there is room for few words, and the name stands right above them
            status.setText(isLow() ? model.shortHeadline() : model.headline());
        }
    }

    /** Makes the buttons usable again, because what they did has failed. */
    void rearm() {
        once.rearm();
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.LabelledButton;
import dev.belfry.swing.controls.RoundButton;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import dev.belfry.swing.video.Fit;
import dev.belfry.swing.video.VideoView;
import java.util.function.Supplier;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A call this user makes, before it is answered, from plain data: whom, how far it has come, and a button to cancel.
 * Behind it, for a video call, the user's own camera.
 *
 * <p>All methods belong to the event dispatch thread.
 *
 * @since 0.1
 */
public final class OutgoingCallView extends PersonView {
    private static final long serialVersionUID = 1;
    private static final float DIMMING = 0.62f;

    private final LabelledButton cancel = new LabelledButton(RoundButton.Role.DECLINE, Glyph.PHONE_DOWN, 56);
    private final VideoView preview = new VideoView();
    private final OneShot once = new OneShot();

    /** Creates an empty view whose button runs an action. */
    public OutgoingCallView(Runnable onCancel) {
        super(Tone.STAGE, problem -> {});
        status.setStyle(TextLabel.Style.STAGE_BODY);
        cancel.setLabelStyle(TextLabel.Style.STAGE_SECONDARY);
        cancel.setWords(Words.of("outgoing.cancel"), Words.of("outgoing.cancel.full"));
        Words.mnemonic(cancel.button(), "outgoing.cancel");
        cancel.button().setName("cancel");
        once.add(cancel.button(), onCancel);
        addControl(cancel);
        preview.setMirrored(true);
        preview.setFit(Fit.COVER);
        preview.setDimming(DIMMING);
        preview.setVisible(false);
        preview.getAccessibleContext().setAccessibleName(Words.of("talk.self"));
        add(preview);
    }

    /** Sets what turns the camera's frames into pixels; without it there is no preview. */
    public void setScalers(@Nullable Supplier<? extends PictureScaler> scalers) {
        preview.setScalers(scalers);
    }

    /** Shows a call that was not answered yet. */
    public void show(OutgoingModel model) {
        Edt.require();
        avatar.show(model.peerId(), model.peerName());
        avatar.setRinging(model.progress() == OutgoingModel.Progress.RINGING);
        name.setText(model.peerName());
        status.setText(model.status());
        preview.setTrack(model.preview());
        preview.setVisible(model.preview() != null);
        problem.show(model.problem(), Words.of("problem.dismiss"));
        getAccessibleContext().setAccessibleName(model.peerName() + ", " + model.status());
        once.arm(model.sessionId());
        rearrange();
    }

    /** Makes the button usable again, because what it did has failed. */
    void rearm() {
        once.rearm();
    }

    @Override
    void arrange(int width, int height) {
        super.arrange(width, height);
        ((MigLayout) getLayout()).setComponentConstraints(preview, "pos 0 0 container.x2 container.y2");
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.CallType;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.LabelledButton;
import dev.belfry.swing.controls.RoundButton;
import dev.belfry.swing.controls.Tone;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;

/**
 * A ringing call, from plain data: who, what kind, and the buttons to answer it. It never asks for the focus; Enter
 * presses none of its buttons; each call can be answered once.
 *
 * <p>All methods belong to the event dispatch thread.
 *
 * @since 0.1
 */
public final class IncomingCallView extends PersonView {
    private static final long serialVersionUID = 1;

    /** What the buttons do. */
    public interface Actions {
        /** Accepts the call; audio for a video call means with the camera off. */
        void accept(CallType with);

        void decline();
    }

    private final LabelledButton decline = new LabelledButton(RoundButton.Role.DECLINE, Glyph.PHONE_DOWN, 56);
    private final LabelledButton audio = new LabelledButton(RoundButton.Role.NEUTRAL, Glyph.PHONE, 56);
    private final LabelledButton accept = new LabelledButton(RoundButton.Role.ACCEPT, Glyph.PHONE, 56);
    private final OneShot once = new OneShot();
    private CallType type = CallType.AUDIO;

    /** Creates an empty view. */
    public IncomingCallView(Actions actions) {
        super(Tone.BACKGROUND, problem -> {});
        decline.setWords(Words.of("incoming.decline"), Words.of("incoming.decline.full"));
        audio.setWords(Words.of("incoming.accept.audio"), Words.of("incoming.accept.audio.full"));
        Words.mnemonic(decline.button(), "incoming.decline");
        Words.mnemonic(audio.button(), "incoming.accept.audio");
        Words.mnemonic(accept.button(), "incoming.accept");
        decline.button().setName("decline");
        audio.button().setName("acceptAudio");
        accept.button().setName("accept");
        once.add(decline.button(), actions::decline);
        once.add(audio.button(), () -> actions.accept(CallType.AUDIO));
        once.add(accept.button(), () -> actions.accept(type));
        addControl(decline);
        addControl(audio);
        addControl(accept);
    }

    /** Shows a ringing call. */
    public void show(IncomingModel model) {
        Edt.require();
        boolean video = model.type() == CallType.VIDEO;
        type = model.type();
        avatar.show(model.callerId(), model.callerName());
        avatar.setRinging(true);
        name.setText(model.callerName());
        status.setText(model.kind());
        detail.setText(model.groupLine());
        audio.setVisible(video);
        accept.button().change(RoundButton.Role.ACCEPT, video ? Glyph.VIDEO : Glyph.PHONE);
        String key = video ? "incoming.accept.video" : "incoming.accept";
        accept.setWords(Words.of(key), Words.of(key + ".full"));
        problem.show(model.problem(), Words.of("problem.dismiss"));
        getAccessibleContext().setAccessibleName(Words.of("incoming.announce", model.callerName(), model.kind()));
        getAccessibleContext().setAccessibleDescription(model.groupLine());
        once.arm(model.sessionId());
        rearrange();
    }

    /** Makes the buttons usable again, because what they did has failed. */
    void rearm() {
        once.rearm();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleRinging();
        }
        return accessibleContext;
    }

    /** An alert, which screen readers tell at once. */
    private final class AccessibleRinging extends AccessibleJPanel {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.ALERT;
        }
    }
}

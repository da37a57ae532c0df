package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.CallType;
import dev.belfry.swing.controls.Avatar;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.RoundButton;
import dev.belfry.swing.controls.RoundedPanel;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Another call that waits: who, and the choice to take it, which ends the present one, or to decline it. */
final class WaitingBanner extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MAX_WIDTH = 440;

    private final Avatar avatar = new Avatar(40);
    private final TextLabel who = new TextLabel(TextLabel.Style.STRONG);
    private final TextLabel text = new TextLabel(TextLabel.Style.SECONDARY);
    private final RoundButton decline = new RoundButton(RoundButton.Role.DECLINE, Glyph.PHONE_DOWN, 40);
    private final RoundButton accept = new RoundButton(RoundButton.Role.ACCEPT, Glyph.PHONE, 40);
    private final OneShot once = new OneShot();
    private @Nullable String sessionId;
    private @Nullable WaitingModel shown;

    WaitingBanner(Consumer<String> onAccept, Consumer<String> onDecline) {
        super(new MigLayout("insets 0, fill"));
        setOpaque(false);
        setVisible(false);
        String columns = "[]" + Measures.px(12) + "[grow, left]" + Measures.px(12) + "[]" + Measures.px(8) + "[]";
        RoundedPanel card = new RoundedPanel(
                new MigLayout("fill, hidemode 3, gap 0, insets " + Measures.px(8), columns), Tone.RAISED, 1, 12);
        text.setText(Words.of("waiting.text"));
        accept.setWords(Words.of("waiting.accept"));
        decline.setWords(Words.of("waiting.decline"));
        accept.setName("acceptWaiting");
        decline.setName("declineWaiting");
        once.add(accept, () -> choose(onAccept));
        once.add(decline, () -> choose(onDecline));
        card.add(avatar, "spany 2");
        card.add(who, "wmin 0, aligny bottom");
        card.add(decline, "spany 2");
        card.add(accept, "spany 2, wrap");
        card.add(text, "wmin 0, aligny top");
        add(card, "grow");
    }

    /** Shows the call that has waited longest, or hides. */
    void show(List<WaitingModel> waiting) {
        setVisible(!waiting.isEmpty());
        if (waiting.isEmpty()) {
            sessionId = null;
            return;
        }
        WaitingModel first = waiting.get(0);
        sessionId = first.sessionId();
        avatar.show(first.callerId(), first.callerName());
        shown = first;
        boolean video = first.type() == CallType.VIDEO;
        String words = Words.of(video ? "waiting.video" : "waiting.audio", first.callerName());
        who.setText(words);
        who.setToolTipText(words);
        accept.change(RoundButton.Role.ACCEPT, video ? Glyph.VIDEO : Glyph.PHONE);
        getAccessibleContext().setAccessibleName(words);
        once.arm(first.sessionId());
    }

    /** Chooses the words for a width in scaled pixels; returns how wide it will be. */
    int fit(int available) {
        WaitingModel call = shown;
        if (call != null) {
            boolean little = available < UIScale.scale(300);
            String kind = call.type() == CallType.VIDEO ? "video" : "audio";
            who.setText(little ? call.callerName() : Words.of("waiting." + kind, call.callerName()));
            text.setText(Words.of(little ? "waiting.short." + kind : "waiting.text"));
        }
        return Math.min(available, UIScale.scale(MAX_WIDTH));
    }

    private void choose(Consumer<String> choice) {
        if (sessionId != null) {
            choice.accept(sessionId);
        }
    }
}

package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.SessionSettings.Control;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.RoundButton;
import dev.belfry.swing.controls.RoundedPanel;
import dev.belfry.swing.controls.Tone;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Set;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;

/** The controls of a call on a pill. Where it is narrow, all but microphone, camera and end go into a menu. */
final class ControlBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final RoundButton mute = control(Glyph.MIC, "mute");
    private final RoundButton camera = control(Glyph.VIDEO, "camera");
    private final RoundButton share = control(Glyph.SCREEN, "share");
    private final RoundButton devices = control(Glyph.DEVICES, "devices");
    private final RoundButton more = control(Glyph.MORE, "more");
    private final RoundButton end = new RoundButton(RoundButton.Role.DECLINE, Glyph.PHONE_DOWN, 44);
    private final RoundedPanel pill = new RoundedPanel(new MigLayout(), Tone.STAGE, 0.72f, 999);
    private final OneShot ending = new OneShot();
    private final Commands commands;
    private Set<Control> offered = Set.of();
    private boolean tiny;

    /** What the controls do. */
    interface Commands {
        void toggleMute();

        void toggleCamera();

        void toggleShare(Component anchor);

        void chooseDevices(Component anchor);

        void end();
    }

    ControlBar(Commands commands) {
        super(new BorderLayout());
        this.commands = commands;
        setOpaque(false);
        end.setName("end");
        end.setWords(Words.of("talk.end"));
        devices.setWords(Words.of("talk.devices"));
        more.setWords(Words.of("talk.more"));
        mute.addActionListener(event -> commands.toggleMute());
        camera.addActionListener(event -> commands.toggleCamera());
        share.addActionListener(event -> commands.toggleShare(share));
        devices.addActionListener(event -> commands.chooseDevices(devices));
        more.addActionListener(event -> openMore());
        ending.add(end, commands::end);
        List.of(mute, camera, share, devices, more, end).forEach(pill::add);
        add(pill);
        getAccessibleContext().setAccessibleName(Words.of("talk.controls"));
    }

    void show(InCallModel model) {
        offered = model.controls();
        toggle(mute, model.audioMuted(), Glyph.MIC, Glyph.MIC_OFF, "talk.mute", "talk.unmute");
        toggle(camera, model.videoMuted(), Glyph.VIDEO, Glyph.VIDEO_OFF, "talk.videoOff", "talk.videoOn");
        toggle(share, model.sharingScreen(), Glyph.SCREEN, Glyph.SCREEN_STOP, "talk.share", "talk.unshare");
        mute.setVisible(offered.contains(Control.MUTE));
        camera.setVisible(offered.contains(model.video() ? Control.PAUSE_VIDEO : Control.SWITCH_TO_VIDEO));
        end.setVisible(offered.contains(Control.END));
        ending.arm(model.sessionId());
        showSecondary();
    }

    void rearm() {
        ending.rearm();
    }

    /** Sets the size of the buttons for an unscaled width. */
    void arrange(int width) {
        tiny = width < Measures.TINY;
        boolean small = width < Measures.NARROW;
        for (Component part : pill.getComponents()) {
            if (part instanceof RoundButton button) {
                button.setDiameter(small ? 36 : 44);
            }
        }
        MigLayout layout = (MigLayout) pill.getLayout();
        layout.setLayoutConstraints(
                "hidemode 3, novisualpadding, insets " + Measures.px(8) + ", gapx " + Measures.px(8));
        layout.setComponentConstraints(end, "gapleft " + Measures.px(16));
        showSecondary();
    }

    /** Returns the part that fades. */
    RoundedPanel pill() {
        return pill;
    }

    RoundButton devicesButton() {
        return tiny ? more : devices;
    }

    private void showSecondary() {
        boolean canShare = offered.contains(Control.SCREEN_SHARE);
        boolean canChoose = offered.contains(Control.DEVICE_SETTINGS);
        share.setVisible(canShare && !tiny);
        devices.setVisible(canChoose && !tiny);
        more.setVisible(tiny && (canShare || canChoose));
    }

    private void openMore() {
        JPopupMenu menu = new JPopupMenu();
        if (offered.contains(Control.SCREEN_SHARE)) {
            menu.add(item(share, () -> commands.toggleShare(more)));
        }
        if (offered.contains(Control.DEVICE_SETTINGS)) {
            menu.add(item(devices, () -> commands.chooseDevices(more)));
        }
        DeviceMenu.showAbove(menu, more);
    }

    private static JMenuItem item(RoundButton button, Runnable action) {
        JMenuItem item = new JMenuItem(button.getAccessibleContext().getAccessibleName());
        item.addActionListener(event -> action.run());
        return item;
    }

    private static void toggle(RoundButton button, boolean off, Glyph on, Glyph offGlyph, String onKey, String offKey) {
        button.change(off ? RoundButton.Role.CONTROL_OFF : RoundButton.Role.CONTROL, off ? offGlyph : on);
        button.setWords(Words.of(off ? offKey : onKey));
    }

    private static RoundButton control(Glyph glyph, String name) {
        RoundButton button = new RoundButton(RoundButton.Role.CONTROL, glyph, 44);
        button.setName(name);
        return button;
    }

    /** Only the pill takes the mouse. */
    @Override
    public boolean contains(int x, int y) {
        return pill.getBounds().contains(x, y);
    }

    static int gapBelow(int height) {
        return UIScale.scale(height < 240 ? 8 : 16);
    }
}

package dev.belfry.swing.call;

import java.awt.Component;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the control bar's buttons do, which depends on what is shown when they are pressed. */
final class BarCommands implements ControlBar.Commands {
    private final InCallView.Actions actions;
    private final Supplier<@Nullable InCallModel> shown;
    private final DeviceMenu devices;
    private final DeviceMenu screens;

    BarCommands(
            InCallView.Actions actions, Supplier<@Nullable InCallModel> shown, DeviceMenu devices, DeviceMenu screens) {
        this.actions = actions;
        this.shown = shown;
        this.devices = devices;
        this.screens = screens;
    }

    @Override
    public void toggleMute() {
        InCallModel model = shown.get();
        if (model != null) {
            actions.setAudioMuted(!model.audioMuted());
        }
    }

    @Override
    public void toggleCamera() {
        InCallModel model = shown.get();
        if (model != null) {
            actions.setVideoMuted(!model.videoMuted());
        }
    }

    @Override
    public void toggleShare(Component anchor) {
        InCallModel model = shown.get();
        if (model != null && model.sharingScreen()) {
            actions.stopScreenShare();
        } else {
            screens.openScreens(anchor);
        }
    }

    @Override
    public void chooseDevices(Component anchor) {
        InCallModel model = shown.get();
        devices.openDevices(anchor, model == null || model.video());
    }

    @Override
    public void end() {
        actions.end();
    }
}

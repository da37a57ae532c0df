package dev.belfry.swing.call;

import dev.belfry.call.SessionSettings.Control;
import dev.belfry.call.SessionSettings.Layout;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.MovingLine;
import dev.belfry.swing.controls.ShowingTimer;
import dev.belfry.swing.controls.Tone;
import dev.belfry.swing.video.Fit;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that goes on, from plain data: the others' pictures from edge to edge, the user's own in a corner, who and
 * for how long, and the controls.
 *
 * <p>The controls fade when nobody uses mouse or keyboard; see {@link #setControlsFade}. All methods belong to the
 * event dispatch thread.
 *
 * @since 0.1
 */
public final class InCallView extends AdaptiveView {
    private static final long serialVersionUID = 1;
    /** How long reconnecting takes before the user is told that the call may be ended. */
    private static final int PATIENCE_MILLIS = 5000;

    /** What the controls do. */
    public interface Actions {
        void setAudioMuted(boolean muted);

        void setVideoMuted(boolean muted);

        /** Returns the devices of a kind, as they are found. */
        CompletableFuture<List<MediaDevice>> devices(MediaDevice.Kind kind);

        /** Changes to another camera, microphone or loudspeaker. */
        void use(MediaDevice device);

        void startScreenShare(MediaDevice screen);

        void stopScreenShare();

        /** Ends this call. */
        void end();

        /** Ends this call and accepts one that waits. */
        void acceptWaiting(String sessionId);

        void declineWaiting(String sessionId);
    }

    final TileGrid grid = new TileGrid();
    final CallHeader header = new CallHeader();
    final MovingLine line = new MovingLine();
    final SelfView self = new SelfView(this::doLayout);
    final WaitingBanner waiting;
    final ProblemCard problem;
    final ControlBar bar;
    private final AutoHide autoHide;
    private final DeviceMenu devices;
    private final DeviceMenu screens;
    private final ShowingTimer patience = new ShowingTimer(this, PATIENCE_MILLIS, event -> losePatience());
    private @Nullable InCallModel model;
    private boolean impatient;
    private boolean controlsFade = true;

    /** Creates an empty stage. */
    public InCallView(Actions actions) {
        super(null, Tone.STAGE);
        devices = new DeviceMenu(actions::devices, actions::use);
        screens = new DeviceMenu(actions::devices, actions::startScreenShare);
        waiting = new WaitingBanner(actions::acceptWaiting, actions::declineWaiting);
        bar = new ControlBar(new BarCommands(actions, () -> model, devices, screens));
        problem = new ProblemCard(this::onProblem);
        autoHide = new AutoHide(this, bar.pill());
        self.setVisible(false);
        // the first is the topmost
        List.of(line, bar, waiting, problem, self, header, grid).forEach(this::add);
        setLayout(new StageLayout(this));
    }

    /** Sets what turns frames into pixels; without it there are avatars only. */
    public void setScalers(@Nullable Supplier<? extends PictureScaler> scalers) {
        grid.setScalers(scalers);
        self.setScalers(scalers);
    }

    /** Sets how the others' pictures fill their place; by default they cover it. */
    public void setVideoFit(Fit fit) {
        grid.setFit(fit);
    }

    /** Sets how several others are arranged, by default in a grid; where the view is low only who speaks shows. */
    public void setArrangement(Layout layout) {
        grid.setArrangement(layout);
    }

    /** Shows who of the others speaks, large where not all are alike. */
    public void setSpeaker(String participantId) {
        grid.setSpeaker(participantId);
    }

    /** Sets whether the controls may fade over video when nobody uses mouse or keyboard; by default they may. */
    public void setControlsFade(boolean fade) {
        controlsFade = fade;
        updateFading();
    }

    /** Shows how loud a participant is, from 0 to 1, around the avatar. */
    public void setLevel(String participantId, double level) {
        grid.setLevel(participantId, level);
    }

    /** Sets the clock that the timer follows; the system's by default. */
    void setTime(InstantSource time) {
        header.setTime(time);
    }

    /** Shows a call that goes on. */
    public void show(InCallModel newModel) {
        Edt.require();
        InCallModel old = model;
        if (old == null || !old.sessionId().equals(newModel.sessionId())) {
            devices.reset();
        }
        model = newModel;
        boolean lost = newModel.state() == InCallModel.State.RECONNECTING;
        if (!lost) {
            impatient = false;
        }
        patience.setWanted(lost && !impatient);
        grid.show(peopleOn(newModel));
        grid.setGrey(lost);
        line.setActive(newModel.state() != InCallModel.State.TALKING);
        showSelf(newModel);
        showHeader(newModel);
        waiting.show(newModel.waiting());
        Problem wrong = newModel.problem();
        problem.show(wrong, Words.of(offersDevices(wrong) ? "problem.choose" : "problem.dismiss"));
        bar.show(newModel);
        updateFading();
        rearrange();
    }

    /** Makes the end button usable again, because ending has failed. */
    void rearm() {
        bar.rearm();
    }

    /** Before anybody joined, whom one calls stands for all. */
    private static List<Participation> peopleOn(InCallModel model) {
        return model.others().isEmpty()
                ? List.of(new Participation("", model.peerId(), model.title(), false, null))
                : model.others();
    }

    private void showSelf(InCallModel shown) {
        Participation own = shown.self();
        self.setVisible(own != null && shown.video());
        if (own != null) {
            self.show(own);
        }
    }

    private void showHeader(InCallModel shown) {
        String state = switch (shown.state()) {
            case CONNECTING -> Words.of("talk.connecting");
            case RECONNECTING -> Words.of("talk.reconnecting");
            case TALKING -> "";
        };
        header.show(
                shown.title(),
                state,
                impatient,
                shown.connectedAt(),
                shown.controls().contains(Control.TIMER));
    }

    private void losePatience() {
        impatient = true;
        patience.setWanted(false);
        InCallModel shown = model;
        if (shown != null) {
            showHeader(shown);
            updateFading();
            rearrange();
        }
    }

    private void updateFading() {
        InCallModel shown = model;
        autoHide.setAllowed(controlsFade
                && shown != null
                && shown.showsVideo()
                && shown.state() == InCallModel.State.TALKING
                && shown.problem() == null);
    }

    private boolean offersDevices(@Nullable Problem wrong) {
        InCallModel shown = model;
        return wrong != null
                && wrong.isAboutDevice()
                && shown != null
                && shown.controls().contains(Control.DEVICE_SETTINGS);
    }

    private void onProblem(Problem wrong) {
        if (offersDevices(wrong)) {
            devices.openDevices(bar.devicesButton(), true);
        }
        rearrange();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        autoHide.install();
    }

    @Override
    public void removeNotify() {
        autoHide.uninstall();
        super.removeNotify();
    }

    @Override
    void arrange(int width, int height) {
        header.arrange(width);
        bar.arrange(width);
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.CallException;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.SessionSettings.Control;
import dev.belfry.call.SessionSettings.Layout;
import dev.belfry.call.spi.MediaDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** Every state of every view, from plain data. */
final class Gallery {
    static final Instant NOW = Instant.parse("2026-01-01T00:12:34Z");
    private static final Set<Control> CONTROLS = EnumSet.of(
            Control.END,
            Control.MUTE,
            Control.PAUSE_VIDEO,
            Control.SCREEN_SHARE,
            Control.DEVICE_SETTINGS,
            Control.TIMER);
    private static final Scene BOB = new Scene(0x7C8FA6, 0x2F5D50);
    private static final Scene ALICE = new Scene(0xB79A7A, 0x6A4C93);

    private static final Scene DAN = new Scene(0x4F6B4A, 0xA33B3B);

    private Gallery() {}

    /** Gives every picture again to those who show it now. */
    static void showPictures() {
        List.of(ALICE, BOB, DAN).forEach(Scene::show);
    }

    static Map<String, Supplier<JComponent>> states() {
        Map<String, Supplier<JComponent>> states = new LinkedHashMap<>();
        states.put("incoming-video", () -> incoming(CallType.VIDEO, null, null));
        states.put("incoming-audio", () -> incoming(CallType.AUDIO, null, null));
        states.put("incoming-group", () -> incoming(CallType.VIDEO, new Group("g", "Bell ringers", null, 7), null));
        states.put("incoming-problem", () -> incoming(CallType.VIDEO, null, problem(ErrorCode.ERR_CONNECTION_LOST)));
        states.put("outgoing-connecting", () -> outgoing(OutgoingModel.Progress.CONNECTING, null, null));
        states.put("outgoing-calling", () -> outgoing(OutgoingModel.Progress.CALLING, null, null));
        states.put("outgoing-ringing", () -> outgoing(OutgoingModel.Progress.RINGING, null, null));
        states.put("outgoing-preview", () -> outgoing(OutgoingModel.Progress.RINGING, ALICE, null));
        states.put(
                "outgoing-camera-busy",
                () -> outgoing(OutgoingModel.Progress.RINGING, null, problem(ErrorCode.ERR_CAMERA_BUSY)));
        states.put("ended-busy", () -> ended(EndReason.BUSY, Duration.ZERO, null));
        states.put("ended-hang-up", () -> ended(EndReason.HANG_UP, Duration.ofSeconds(754), null));
        states.put("ended-elsewhere", () -> ended(EndReason.ANSWERED_ELSEWHERE, Duration.ZERO, null));
        states.put("ended-failed", () -> ended(null, Duration.ZERO, problem(ErrorCode.ERR_RECEIVER_NOT_FOUND)));
        states.put("talk-connecting", () -> talk(new Talk().connecting()));
        states.put("talk-video", () -> talk(new Talk()));
        states.put("talk-off", () -> talk(new Talk().off()));
        states.put("talk-audio", () -> talk(new Talk().audio()));
        states.put("talk-group", () -> talk(new Talk().group()));
        states.put("talk-crowd", () -> talk(new Talk().group().crowd()));
        states.put("talk-sidebar", () -> talk(new Talk().group().crowd().in(Layout.SIDEBAR)));
        states.put("talk-spotlight", () -> talk(new Talk().group().crowd().in(Layout.SPOTLIGHT)));
        states.put("talk-reconnecting", () -> talk(new Talk().lost()));
        states.put("talk-waiting", () -> talk(new Talk().waiting()));
        states.put("talk-camera-lost", () -> talk(new Talk().problem()));
        states.put("idle", IdleView::new);
        return states;
    }

    private static Problem problem(ErrorCode code) {
        return Problem.of(new CallException(code));
    }

    private static JComponent incoming(CallType type, @Nullable Group group, @Nullable Problem problem) {
        IncomingCallView view = new IncomingCallView(new IncomingCallView.Actions() {
            @Override
            public void accept(CallType with) {}

            @Override
            public void decline() {}
        });
        view.show(new IncomingModel("s", "alice", "Alice Carter", group, type, problem));
        return view;
    }

    private static JComponent outgoing(
            OutgoingModel.Progress progress, @Nullable Scene preview, @Nullable Problem problem) {
        OutgoingCallView view = new OutgoingCallView(() -> {});
        view.setScalers(Scene::scaler);
        view.show(new OutgoingModel("s", "bob", "Bob Whitechapel", CallType.VIDEO, progress, preview, problem));
        return view;
    }

    private static JComponent ended(@Nullable EndReason reason, Duration duration, @Nullable Problem problem) {
        EndedCallView view = new EndedCallView(new EndedCallView.Actions() {
            @Override
            public void callAgain() {}

            @Override
            public void close() {}
        });
        view.show(new EndedModel("s", "bob", "Bob Whitechapel", true, reason, false, duration, problem));
        return view;
    }

    private static JComponent talk(Talk talk) {
        InCallView view = new InCallView(new NoActions());
        view.setScalers(Scene::scaler);
        view.setTime(() -> NOW);
        view.setArrangement(talk.layout);
        view.show(talk.model());
        if (!talk.video) {
            view.setLevel("bob-1", 0.6);
        }
        return view;
    }

    /** One in-call state after another. */
    private static final class Talk {
        private InCallModel.State state = InCallModel.State.TALKING;
        private boolean video = true;
        private boolean off;
        private Layout layout = Layout.GRID;
        private final List<WaitingModel> waiting = new ArrayList<>();
        private final List<Participation> others =
                new ArrayList<>(List.of(new Participation("bob-1", "bob", "Bob Whitechapel", false, BOB)));
        private @Nullable Problem problem;

        Talk connecting() {
            state = InCallModel.State.CONNECTING;
            others.clear();
            return this;
        }

        Talk off() {
            off = true;
            others.set(0, new Participation("bob-1", "bob", "Bob Whitechapel", true, BOB));
            return this;
        }

        Talk audio() {
            video = false;
            others.set(0, new Participation("bob-1", "bob", "Bob Whitechapel", false, null));
            return this;
        }

        Talk group() {
            others.add(new Participation("carol-1", "carol", "Carol", true, null));
            others.add(new Participation("dan-1", "dan", "Dan Fenwick-Featherstonehaugh", false, DAN));
            return this;
        }

        Talk crowd() {
            others.add(new Participation("elin-1", "elin", "Elin Ekström", false, null));
            others.add(new Participation("farid-1", "farid", "Farid Fakhoury", false, ALICE));
            return this;
        }

        Talk in(Layout newLayout) {
            layout = newLayout;
            return this;
        }

        Talk lost() {
            state = InCallModel.State.RECONNECTING;
            return this;
        }

        Talk waiting() {
            waiting.add(new WaitingModel("w", "carol", "Carol", CallType.VIDEO));
            return this;
        }

        Talk problem() {
            problem = Gallery.problem(ErrorCode.ERR_CAMERA_BUSY);
            return this;
        }

        InCallModel model() {
            boolean connecting = state == InCallModel.State.CONNECTING;
            return new InCallModel(
                    "s",
                    "bob",
                    "Bob Whitechapel",
                    state,
                    connecting ? null : NOW.minusSeconds(754),
                    video,
                    others,
                    new Participation("alice-1", "alice", "Alice Carter", off, off || problem != null ? null : ALICE),
                    off,
                    off,
                    off,
                    CONTROLS,
                    waiting,
                    problem);
        }
    }

    static class NoActions implements InCallView.Actions {
        @Override
        public void setAudioMuted(boolean muted) {}

        @Override
        public void setVideoMuted(boolean muted) {}

        @Override
        public CompletableFuture<List<MediaDevice>> devices(MediaDevice.Kind kind) {
            return CompletableFuture.completedFuture(List.of(
                    new MediaDevice(kind + "0", "Built-in " + kind, kind),
                    new MediaDevice(kind + "1", "USB " + kind, kind)));
        }

        @Override
        public void use(MediaDevice device) {}

        @Override
        public void startScreenShare(MediaDevice screen) {}

        @Override
        public void stopScreenShare() {}

        @Override
        public void end() {}

        @Override
        public void acceptWaiting(String sessionId) {}

        @Override
        public void declineWaiting(String sessionId) {}
    }
}

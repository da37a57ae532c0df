package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.Participant;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.frame.VideoTrack;
import dev.belfry.swing.call.CallPanel;
import dev.belfry.swing.video.VideoView;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One user's phone in a soak: tells its phases, and of each call when the first picture of the other is painted. */
final class SoakPhone {
    private static final String LISTENER = "soak";
    private static final long PATIENCE_SECONDS = 60;

    private final Belfry phone;
    private final CallPanel panel;
    private final BlockingQueue<CallPhase> phases = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> firstPaints = new LinkedBlockingQueue<>();
    private @Nullable VideoTrack watched;

    /** Shows the phone on a stage; on the event dispatch thread. */
    SoakPhone(Belfry phone, Stage stage) {
        this.phone = phone;
        panel = new CallPanel();
        stage.show(phone.controller().localUser().uid(), panel);
        panel.setController(phone.controller());
        phone.controller().addStateListener(LISTENER, this::onStateChanged);
    }

    Belfry phone() {
        return phone;
    }

    /** Waits until a phase is reached, past all others. */
    void await(CallPhase wanted, int call) throws InterruptedException, TimeoutException {
        while (take(phases, "was " + wanted, call) != wanted) {
            // one on the way there
        }
    }

    /** Waits for the first picture of a call to be painted; returns when it was, by {@link System#nanoTime()}. */
    long awaitFirstPaint(int call) throws InterruptedException, TimeoutException {
        return take(firstPaints, "showed a picture", call);
    }

    private static <T> T take(BlockingQueue<T> from, String what, int call)
            throws InterruptedException, TimeoutException {
        T next = from.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new TimeoutException("call " + call + " never " + what);
        }
        return next;
    }

    /** After the panel, which shows the state by now. */
    private void onStateChanged(CallSnapshot snapshot) {
        phone.controller().session().ifPresent(this::watch);
        phases.add(snapshot.phase());
    }

    private void watch(CallSession session) {
        for (Participant participant : session.participants()) {
            VideoTrack track = participant.isLocalUser() ? null : session.remoteVideo(participant.id());
            VideoView view = track == null || track == watched ? null : VideoViews.of(panel, track);
            if (view != null) {
                watched = track;
                view.setPaintListener((painted, sequence, captureNanos) -> {
                    firstPaints.add(System.nanoTime());
                    painted.setPaintListener(null);
                });
            }
        }
    }
}

package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.Participant;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.spi.Ringer;
import dev.belfry.demo.phone.Exchange;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.swing.call.CallPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Many real calls, one after the other, on the same two phones and panels, as in an application that runs for weeks. */
final class SoakRun {
    private static final String LISTENER = "soak";
    private static final long PATIENCE_SECONDS = 20;

    private final int calls;
    private final int every;
    private final Consumer<SoakSample> progress;

    /**
     * Creates a run.
     *
     * @param calls how many calls to make
     * @param every after how many calls each to take a sample
     * @param progress told of each sample
     */
    SoakRun(int calls, int every, Consumer<SoakSample> progress) {
        this.calls = calls;
        this.every = every;
        this.progress = progress;
    }

    /** Makes the calls and returns the samples, the first after {@code every} calls. */
    List<SoakSample> run() throws InterruptedException, TimeoutException {
        List<SoakSample> samples = new ArrayList<>();
        Stage stage = Edt.get(Stage::open);
        try (Exchange exchange = new Exchange();
                Belfry alice = phone(exchange, "alice");
                Belfry bob = phone(exchange, "bob")) {
            BlockingQueue<CallPhase> alicePhases = enter(stage, alice);
            BlockingQueue<CallPhase> bobPhases = enter(stage, bob);
            for (int call = 1; call <= calls; call++) {
                CompletableFuture<Call> calling = alice.controller().initiateCall(CallRequest.video("bob"));
                await(bobPhases, CallPhase.INCOMING, call);
                await(calling, call);
                String session =
                        Objects.requireNonNull(bob.controller().snapshot().sessionId(), "no call");
                await(bob.controller().acceptCall(session), call);
                await(alicePhases, CallPhase.ONGOING, call);
                await(bobPhases, CallPhase.ONGOING, call);
                awaitPicture(alice, call);
                awaitPicture(bob, call);
                // Either side ends it in turn.
                (call % 2 == 0 ? alice : bob).controller().hangUp();
                await(alicePhases, CallPhase.ENDED, call);
                await(bobPhases, CallPhase.ENDED, call);
                if (call % every == 0) {
                    SoakSample sample = SoakSample.take(call);
                    samples.add(sample);
                    progress.accept(sample);
                }
            }
        } finally {
            Edt.run(stage::close);
        }
        return samples;
    }

    private static Belfry phone(Exchange exchange, String uid) {
        return exchange.phone(
                uid,
                phone -> phone.ringer(Ringer.silent())
                        .media(media -> media.camera(new VideoSourceSpec.Pattern(320, 240, 30))
                                .microphone(new AudioSourceSpec.Tone(440))
                                .speaker(new AudioSinkSpec.Discard())));
    }

    private static BlockingQueue<CallPhase> enter(Stage stage, Belfry phone) throws InterruptedException {
        BlockingQueue<CallPhase> phases = new LinkedBlockingQueue<>();
        Edt.run(() -> {
            CallPanel panel = new CallPanel();
            stage.show(phone.controller().localUser().uid(), panel);
            panel.setController(phone.controller());
            phone.controller().addStateListener(LISTENER, snapshot -> phases.add(snapshot.phase()));
        });
        return phases;
    }

    /** Waits until the other side's picture has come through everything but the paint. */
    private static void awaitPicture(Belfry phone, int call) throws InterruptedException, TimeoutException {
        CallSession session = phone.controller().session().orElseThrow();
        CountDownLatch came = new CountDownLatch(1);
        VideoSink sink = frame -> came.countDown();
        Participant other = session.participants().stream()
                .filter(one -> !one.isLocalUser())
                .findFirst()
                .orElseThrow();
        session.remoteVideo(other.id()).addSink(sink);
        boolean inTime = came.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        session.remoteVideo(other.id()).removeSink(sink);
        if (!inTime) {
            throw new TimeoutException("call " + call + " never showed a picture");
        }
    }

    private static void await(CompletableFuture<Call> command, int call) throws InterruptedException, TimeoutException {
        try {
            command.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("call " + call + " failed", e.getCause());
        }
    }

    private static void await(BlockingQueue<CallPhase> phases, CallPhase wanted, int call)
            throws InterruptedException, TimeoutException {
        CallPhase next;
        do {
            next = phases.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new TimeoutException("call " + call + " never was " + wanted);
            }
        } while (next != wanted);
    }
}

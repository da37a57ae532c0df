package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.Ringer;
import dev.belfry.demo.phone.Exchange;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many real calls, one after the other, on the same two phones and panels, as in an application that runs for weeks. */
final class SoakRun {
    private static final long PATIENCE_SECONDS = 60;

    private final int calls;
    private final int every;
    private final Consumer<SoakSample> progress;
    private final Percentiles coldFirstFrames = new Percentiles();
    private final Percentiles firstFrames = new Percentiles();
    private CompletableFuture<@Nullable Void> warmUps = CompletableFuture.completedFuture(null);

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
                Belfry first = phone(exchange, "alice");
                Belfry second = phone(exchange, "bob")) {
            SoakPhone alice = Edt.get(() -> new SoakPhone(first, stage));
            SoakPhone bob = Edt.get(() -> new SoakPhone(second, stage));
            // as a host does once its window shows: in the background, while the first call rings already
            warmUps = CompletableFuture.allOf(first.warmUp(), second.warmUp());
            for (int call = 1; call <= calls; call++) {
                talk(alice, bob, call);
                if (call % every == 0) {
                    SoakSample sample = SoakSample.take(call);
                    samples.add(sample);
                    progress.accept(sample);
                }
            }
            awaitWarmUps();
        } finally {
            Edt.run(stage::close);
        }
        return samples;
    }

    /** Returns the times from accept to the first picture painted, of both sides, in the first call. */
    Percentiles coldFirstFrames() {
        return coldFirstFrames;
    }

    /** Returns the same of all calls after the first. */
    Percentiles firstFrames() {
        return firstFrames;
    }

    private void talk(SoakPhone alice, SoakPhone bob, int call) throws InterruptedException, TimeoutException {
        CompletableFuture<Call> calling = alice.phone().controller().initiateCall(CallRequest.video("bob"));
        bob.await(CallPhase.INCOMING, call);
        await(calling, call);
        String session =
                Objects.requireNonNull(bob.phone().controller().snapshot().sessionId(), "no call");
        long accepted = System.nanoTime();
        await(bob.phone().controller().acceptCall(session), call);
        alice.await(CallPhase.ONGOING, call);
        bob.await(CallPhase.ONGOING, call);
        Percentiles times = call == 1 ? coldFirstFrames : firstFrames;
        times.add(alice.awaitFirstPaint(call) - accepted);
        times.add(bob.awaitFirstPaint(call) - accepted);
        // Either side ends it in turn.
        (call % 2 == 0 ? alice : bob).phone().controller().hangUp();
        alice.await(CallPhase.ENDED, call);
        bob.await(CallPhase.ENDED, call);
    }

    private void awaitWarmUps() throws InterruptedException, TimeoutException {
        try {
            warmUps.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the warm-up failed", e.getCause());
        }
    }

    private static Belfry phone(Exchange exchange, String uid) {
        return exchange.phone(
                uid,
                phone -> phone.ringer(Ringer.silent())
                        .media(media -> media.camera(new VideoSourceSpec.Pattern(320, 240, 30))
                                .microphone(new AudioSourceSpec.Tone(440))
                                .speaker(new AudioSinkSpec.Discard())));
    }

    private static void await(CompletableFuture<Call> command, int call) throws InterruptedException, TimeoutException {
        try {
            command.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("call " + call + " failed", e.getCause());
        }
    }
}

package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallRequest;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.Ringer;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.Resources;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.rtc.ice.IceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One user's phone, driven by a script: it calls or is called, talks, and hangs up or is hung up on. */
final class PhoneRun {
    private static final int SPEECH_SECONDS = 20;
    /** Two phones and a hub that start at once on one machine take their time. */
    private static final long LOADING_MILLIS = TimeUnit.MINUTES.toMillis(3);

    private static final long UNTIL_HUNG_UP_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final PhoneScript script;
    private final Consumer<String> lines;
    private final EventLedger ledger = new EventLedger();
    private final PhoneFindings findings = new PhoneFindings();
    private final PaintedPictures painted = new PaintedPictures();
    private String peer = "";

    /**
     * Creates a run.
     *
     * @param lines gets the events, as JSON
     */
    PhoneRun(PhoneScript script, Consumer<String> lines) {
        this.script = script;
        this.lines = lines;
    }

    /** What came of it: figures, and what was not sound. */
    record Outcome(PhoneMeasurements measurements, List<String> failures) {}

    /** Makes the call, and closes the line. A call that hangs is a finding, too, not an exception. */
    Outcome run(SignalingClient line) throws IOException, InterruptedException {
        Path said = PhoneScript.said(script.out(), script.uid());
        Speech.write(Speech.make(SPEECH_SECONDS, script.uid().hashCode()), said);
        MediaTransports network = RtcTransports.builder()
                .network(IceNetwork.INTERFACES_AND_LOOPBACK)
                .build();
        Resources held;
        try (network) {
            held = onStage(line, network, said);
        }
        findings.add(held, network.outstanding());
        PhoneMeasurements measurements = findings.measurements(ledger, painted.latencies());
        return new Outcome(measurements, findings.failures());
    }

    /** Makes the call in a window; returns what the closed phone still holds. */
    private Resources onStage(SignalingClient line, MediaTransports network, Path said)
            throws IOException, InterruptedException {
        Path kept = Files.createDirectories(script.out().resolve(SentPictures.FOLDER));
        Stage stage = Edt.get(Stage::open);
        try (SentPictures sent = new SentPictures(kept, findings::fail);
                Album album = new Album(stage, script.out(), findings::fail)) {
            Side side = Edt.get(() -> enter(stage, new Side(phone(line, network, said), album, sent, painted)));
            try (Belfry phone = side.phone()) {
                play(album, side);
                Edt.run(side::leave);
                findings.add(Edt.get(side::stats));
                compare(phone);
            }
            return side.phone().media().resources();
        } finally {
            Edt.run(stage::close);
        }
    }

    /** In one go with the making of the phone, on the event dispatch thread, so that no event comes before its listeners. */
    private Side enter(Stage stage, Side side) {
        side.enter(stage, new EventLog(script.uid(), System.nanoTime(), lines, ledger));
        return side;
    }

    private void play(Album album, Side side) throws InterruptedException {
        try {
            playThrough(album, side);
        } catch (TimeoutException | ExecutionException e) {
            findings.fail(e.toString());
        }
    }

    private void playThrough(Album album, Side side) throws InterruptedException, TimeoutException, ExecutionException {
        expect(script.seconds() != null);
        Patience.await("native libraries", side.phone().media().warmUp(), LOADING_MILLIS);
        Patience.await("the hub", side.connected());
        photograph(album, CallPhase.IDLE);
        if (script.callee() == null) {
            answer(album, side);
        } else {
            call(album, side, script.callee());
        }
        CallParty other = side.phone().controller().snapshot().peer();
        peer = other == null ? "" : other.id();
        boolean hungUp = talk(album, side);
        expect(hungUp);
        if (hungUp) {
            side.phone().controller().hangUp();
        }
        Patience.await("the end", side.reached(CallPhase.ENDED));
        Patience.await("the release", side.released());
        photograph(album, CallPhase.ENDED);
    }

    private void expect(boolean hangsUp) {
        ledger.expect(script.uid(), script.callee() == null ? Events.ofReceiver(hangsUp) : Events.ofCaller(hangsUp));
    }

    private void call(Album album, Side side, String callee)
            throws InterruptedException, TimeoutException, ExecutionException {
        long called = System.nanoTime();
        CompletableFuture<Call> calling = side.phone().controller().initiateCall(CallRequest.video(callee));
        Patience.await("the hub's word on the call", calling);
        findings.ring(Patience.await("the news of ringing", side.remoteRinging(), waitMillis()) - called);
        photograph(album, CallPhase.OUTGOING);
        long accepted = Patience.await("an answer", side.reached(CallPhase.CONNECTING), waitMillis());
        firstPicture(side, accepted);
    }

    private void answer(Album album, Side side) throws InterruptedException, TimeoutException, ExecutionException {
        Patience.await("a call", side.reached(CallPhase.INCOMING), waitMillis());
        photograph(album, CallPhase.INCOMING);
        long accepted = System.nanoTime();
        Patience.await("the hub's word on the answer", side.phone().controller().acceptCall(side.sessionId()));
        firstPicture(side, accepted);
    }

    private void firstPicture(Side side, long accepted)
            throws InterruptedException, TimeoutException, ExecutionException {
        Patience.await("the talk", side.reached(CallPhase.ONGOING));
        findings.firstFrame(Patience.await("the first picture", painted.firstPaint()) - accepted);
    }

    /** Talks until it is time to hang up, or the other side did; returns whether it is for this side to do so. */
    private boolean talk(Album album, Side side) throws InterruptedException, ExecutionException {
        Integer seconds = script.seconds();
        CompletableFuture<Long> end = side.reached(CallPhase.ENDED);
        long half = TimeUnit.SECONDS.toMillis(seconds == null ? 2 : seconds) / 2;
        if (isDoneIn(end, half)) {
            return false;
        }
        photograph(album, CallPhase.ONGOING);
        return !isDoneIn(end, seconds == null ? UNTIL_HUNG_UP_MILLIS : half);
    }

    private static boolean isDoneIn(CompletableFuture<Long> end, long millis)
            throws InterruptedException, ExecutionException {
        try {
            Objects.requireNonNull(end.get(millis, TimeUnit.MILLISECONDS));
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private void compare(Belfry phone) throws IOException {
        Path other = script.compare();
        if (other != null && !peer.isEmpty()) {
            findings.compared(
                    painted.likeness(other.resolve(SentPictures.FOLDER), phone.media()::newScaler),
                    SoundMeter.correlation(Speech.read(PhoneScript.said(other, peer)), Speech.read(script.heard())));
        }
    }

    private void photograph(Album album, CallPhase phase) throws InterruptedException {
        Edt.run(() -> album.take(script.uid(), phase));
    }

    private long waitMillis() {
        return TimeUnit.SECONDS.toMillis(script.waitSeconds());
    }

    private Belfry phone(SignalingClient line, MediaTransports network, Path said) {
        return Belfry.builder(line, network)
                .ringer(Ringer.silent())
                .media(media -> media.camera(script.camera())
                        .microphone(new AudioSourceSpec.File(said, true))
                        .speaker(new AudioSinkSpec.WavFile(script.heard()))
                        .videoCodec(script.codec()))
                .build();
    }
}

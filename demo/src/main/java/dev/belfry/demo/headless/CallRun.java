package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.Ringer;
import dev.belfry.demo.phone.Exchange;
import dev.belfry.engine.MediaTransports;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One scripted call from beginning to end: two phones, two panels on a stage; Alice calls, Bob accepts, they talk, Alice
 * hangs up, everything is released.
 */
final class CallRun {
    private static final long RING_MILLIS = 700;

    /** So many seconds more are said than talked: nobody falls silent before the end. */
    private static final int SPARE_SECONDS = 3;

    private final CallScript script;
    private final Consumer<String> lines;
    private final EventLedger ledger = new EventLedger();
    private final Findings findings = new Findings();

    CallRun(CallScript script, Consumer<String> lines) {
        this.script = script;
        this.lines = lines;
    }

    /** Makes the call. A call that hangs is a finding, too, not an exception. */
    Findings run() throws IOException, InterruptedException {
        Belfry alice;
        Belfry bob;
        speak("alice", 1);
        speak("bob", 2);
        MediaTransports network = script.network().get();
        try (Exchange exchange = new Exchange(network);
                Belfry first = phone(exchange, "alice");
                Belfry second = phone(exchange, "bob")) {
            alice = first;
            bob = second;
            measure(alice, bob);
        }
        findings.addHeld(network.outstanding());
        findings.add(alice.media().resources());
        findings.add(bob.media().resources());
        findings.add(ledger);
        findings.addSound(hear("alice", "bob"));
        findings.addSound(hear("bob", "alice"));
        return findings;
    }

    private void measure(Belfry alice, Belfry bob) throws InterruptedException {
        VideoMeter toAlice = new VideoMeter(alice.media()::newScaler);
        VideoMeter toBob = new VideoMeter(bob.media()::newScaler);
        try (toAlice;
                toBob) {
            CompletableFuture.allOf(alice.media().warmUp(), bob.media().warmUp())
                    .get(Patience.LOADING_MILLIS, TimeUnit.MILLISECONDS);
            onStage(alice, bob, toAlice, toBob);
        } catch (TimeoutException | ExecutionException e) {
            findings.fail(e.toString());
        }
        findings.add(toAlice);
        findings.add(toBob);
    }

    private void onStage(Belfry alice, Belfry bob, VideoMeter toAlice, VideoMeter toBob)
            throws InterruptedException, TimeoutException, ExecutionException {
        Stage stage = Edt.get(Stage::open);
        try (Album album = new Album(stage, script.out(), findings::fail)) {
            Side caller = Edt.get(() -> new Side(alice, album, toBob, toAlice));
            Side callee = Edt.get(() -> new Side(bob, album, toAlice, toBob));
            try {
                play(stage, album, caller, callee, toAlice, toBob);
            } finally {
                Edt.run(() -> leave(List.of(caller, callee)));
            }
        } finally {
            Edt.run(stage::close);
        }
    }

    private void play(Stage stage, Album album, Side alice, Side bob, VideoMeter toAlice, VideoMeter toBob)
            throws InterruptedException, TimeoutException, ExecutionException {
        ledger.expect("alice", Events.ofCaller(true));
        ledger.expect("bob", Events.ofReceiver(false));
        long start = System.nanoTime();
        Edt.run(() -> {
            alice.enter(stage, new EventLog("alice", start, lines, ledger));
            bob.enter(stage, new EventLog("bob", start, lines, ledger));
        });
        Patience.await("Alice's connection", alice.connected());
        Patience.await("Bob's connection", bob.connected());
        photograph(album, CallPhase.IDLE, CallPhase.IDLE);

        long called = System.nanoTime();
        CompletableFuture<Call> calling = alice.phone().controller().initiateCall(CallRequest.video("bob"));
        findings.ring(Patience.await("ringing", bob.reached(CallPhase.INCOMING)) - called);
        Patience.await("the hub's word on the call", calling);
        Patience.await("the news of ringing", alice.remoteRinging());
        linger(RING_MILLIS, alice, bob);
        photograph(album, CallPhase.OUTGOING, CallPhase.INCOMING);

        long accepted = System.nanoTime();
        Patience.await("the hub's word on the answer", bob.phone().controller().acceptCall(bob.sessionId()));
        Patience.await("Alice's talk", alice.reached(CallPhase.ONGOING));
        Patience.await("Bob's talk", bob.reached(CallPhase.ONGOING));
        findings.firstFrame(Patience.await("the first picture", toAlice.firstPaint()) - accepted);
        findings.firstFrame(Patience.await("the first picture", toBob.firstPaint()) - accepted);

        long half = TimeUnit.SECONDS.toMillis(script.seconds()) / 2;
        linger(half, alice, bob);
        photograph(album, CallPhase.ONGOING, CallPhase.ONGOING);
        linger(half, alice, bob);

        alice.phone().controller().hangUp();
        Patience.await("Alice's end", alice.reached(CallPhase.ENDED));
        Patience.await("Bob's end", bob.reached(CallPhase.ENDED));
        Patience.await("Alice's release", alice.released());
        Patience.await("Bob's release", bob.released());
        photograph(album, CallPhase.ENDED, CallPhase.ENDED);
    }

    private void leave(List<Side> sides) {
        for (Side side : sides) {
            side.leave();
            findings.add(side.stats());
        }
    }

    private static void photograph(Album album, CallPhase alice, CallPhase bob) throws InterruptedException {
        Edt.run(() -> {
            album.take("alice", alice);
            album.take("bob", bob);
        });
    }

    /** Lets time pass, unless the call ends meanwhile, which it should not. */
    private static void linger(long millis, Side alice, Side bob)
            throws InterruptedException, TimeoutException, ExecutionException {
        CompletableFuture<Object> end =
                CompletableFuture.anyOf(alice.reached(CallPhase.ENDED), bob.reached(CallPhase.ENDED));
        try {
            end.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException expected) {
            return;
        }
        throw new TimeoutException("the call ended by itself");
    }

    private Belfry phone(Exchange exchange, String uid) {
        return exchange.phone(
                uid,
                phone -> phone.ringer(Ringer.silent())
                        .media(media -> media.camera(script.camera(uid))
                                .microphone(script.microphone(uid))
                                .speaker(script.speaker(uid))
                                .videoCodec(script.codec())));
    }

    private void speak(String uid, long seed) throws IOException {
        Speech.write(Speech.make(script.seconds() + SPARE_SECONDS, seed), script.said(uid));
    }

    private double hear(String speaker, String listener) throws IOException {
        return SoundMeter.correlation(Speech.read(script.said(speaker)), Speech.read(script.heard(listener)));
    }
}

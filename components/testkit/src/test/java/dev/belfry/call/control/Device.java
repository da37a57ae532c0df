package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import dev.belfry.testkit.FakeMediaEngine;
import dev.belfry.testkit.FakeRinger;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.RecordingListener;
import dev.belfry.testkit.ScriptedSignaling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Alice's device, with everything around its controller in the test's hand. Its own calls are s1, s2 and so on. */
final class Device {
    static final User ALICE = User.of("alice", "Alice");
    static final User BOB = User.of("bob", "Bob");
    static final User CAROL = User.of("carol", "Carol");
    static final Group TEAM = new Group("team", "Team", null, 3);
    static final Participant BOB_THERE = Calls.participant(BOB, false);

    final FakeScheduler clock = new FakeScheduler();
    final ScriptedSignaling hub = new ScriptedSignaling(ALICE, ALICE, BOB, CAROL, TEAM);
    final FakeMediaEngine media = new FakeMediaEngine();
    final FakeRinger ringer = new FakeRinger();
    final RecordingListener heard = new RecordingListener();
    final CallController controller;
    private final AtomicInteger lastId = new AtomicInteger();

    Device() {
        this(true);
    }

    /** Creates a device with or without a media engine. */
    Device(boolean withMedia) {
        this(withMedia, builder -> builder);
    }

    Device(UnaryOperator<CallController.Builder> options) {
        this(true, options);
    }

    private Device(boolean withMedia, UnaryOperator<CallController.Builder> options) {
        CallController.Builder builder = CallController.builder(hub);
        if (withMedia) {
            builder.media(media);
        }
        controller = options.apply(builder.ringer(ringer)
                        .scheduler(clock)
                        .executor(clock)
                        .ids(() -> "s" + lastId.incrementAndGet()))
                .build();
        clock.runReady();
        heard.listenTo(controller);
        clock.runReady();
        heard.clear();
    }

    CallSnapshot now() {
        clock.runReady();
        return controller.snapshot();
    }

    CompletableFuture<Call> dial(CallRequest request) {
        CompletableFuture<Call> future = controller.initiateCall(request);
        clock.runReady();
        return future;
    }

    /** Dials Bob and lets the hub take the call. */
    Call dialled(CallType type) {
        String id = "s" + (lastId.get() + 1);
        var unused = dial(type == CallType.VIDEO ? CallRequest.video("bob") : CallRequest.audio("bob"));
        Call call = Calls.ringing(id, ALICE, BOB, type);
        answer("initiate", call);
        return call;
    }

    /** Lets somebody call. */
    Call rings(String sessionId, User caller, CallType type) {
        Call call = Calls.ringing(sessionId, caller, ALICE, type);
        tell(CallChange.INCOMING, call);
        return call;
    }

    /** Brings a dialled call to the point where both talk. */
    Call talking(CallType type) {
        Call call = Calls.changed(dialled(type), CallStatus.ONGOING);
        tell(CallChange.ACCEPTED, call);
        join(call.sessionId());
        return call;
    }

    void accept(String sessionId) {
        var unused = controller.acceptCall(sessionId);
        clock.runReady();
    }

    void accept(String sessionId, CallType with) {
        var unused = controller.acceptCall(sessionId, with);
        clock.runReady();
    }

    /** Answers token and join, with Bob there, and lets media arrive. */
    void join(String sessionId) {
        answer("token", new CallToken(sessionId, "token"));
        answer("join", List.of(BOB_THERE, Calls.participant(ALICE, true)));
        media.session().listener().onConnected();
        clock.runReady();
    }

    void tell(CallChange change, Call call) {
        hub.deliver(change, call);
        clock.runReady();
    }

    void answer(String command, Object value) {
        hub.answer(command, value);
        clock.runReady();
    }

    void fail(String command, ErrorCode code) {
        hub.fail(command, code);
        clock.runReady();
    }

    void passes(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    void isSilentAndReleased() {
        assertThat(ringer.sounding()).isEmpty();
        assertThat(media.sessions()).allMatch(session -> session.isClosed());
        assertThat(controller.session()).isEmpty();
        assertThat(clock.pending()).as("timers left").isZero();
    }

    static ErrorCode codeOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return future.handle((value, error) -> ((CallException) error).code()).join();
    }
}

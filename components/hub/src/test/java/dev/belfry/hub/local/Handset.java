package dev.belfry.hub.local;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.Participant;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.testkit.FakeMediaEngine;
import dev.belfry.testkit.FakeRinger;
import dev.belfry.testkit.RecordingListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A whole device: controller, ringer, and someone who writes down what is heard and shown. Thread-safe. */
public final class Handset {
    public final CallController controller;
    public final FakeRinger ringer = new FakeRinger();
    public final FakeMediaEngine media = new FakeMediaEngine().connectByItself().negotiateByItself();
    public final RecordingListener heard = new RecordingListener();
    public final SignalingClient line;
    public final String address;
    private final List<CompletableFuture<Call>> asked = new CopyOnWriteArrayList<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /**
     * Creates a device and connects it.
     *
     * @param serial what everything of the device runs on
     * @param ids the ids of the calls it makes
     */
    public Handset(
            SignalingClient line,
            String deviceId,
            Scheduler time,
            Executor serial,
            Supplier<String> ids,
            Consumer<CallController.Builder> setup) {
        this.line = line;
        address = Link.address(line.localUser().uid(), deviceId);
        CallController.Builder builder = CallController.builder(line)
                .scheduler(time)
                .executor(serial)
                .callbackExecutor(serial)
                .ringer(ringer)
                .media(media)
                .ids(ids);
        setup.accept(builder);
        controller = builder.build();
        heard.listenTo(controller);
        controller.addStateListener("ends", this::noteEnd);
    }

    public void call(CallRequest request) {
        asked.add(controller.initiateCall(request));
    }

    public void accept(String sessionId) {
        String current = now().sessionId();
        boolean elsewhere = current != null && !current.equals(sessionId);
        if (elsewhere) {
            closed.add(current);
        }
        asked.add(controller.acceptCall(sessionId));
    }

    public void reject(String sessionId, CallStatus status) {
        closed.add(sessionId);
        asked.add(controller.rejectCall(sessionId, status));
    }

    public void end(String sessionId) {
        closed.add(sessionId);
        asked.add(controller.endCall(sessionId));
    }

    /** How many of its user's wishes have been neither granted nor refused. */
    public long unanswered() {
        return asked.stream().filter(future -> !future.isDone()).count();
    }

    /** What the hub answered to its user's wishes, those it granted. */
    List<Call> granted() {
        return asked.stream()
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    /**
     * Whether its user asked here to decline, to take back or to end a call, or took another one instead, or the device
     * gave the call up, because the line was lost for too long.
     */
    boolean closed(String sessionId) {
        return closed.contains(sessionId);
    }

    /** The id of its participation in the session it is in; empty for none. */
    String participantId() {
        return now().participants().stream()
                .filter(Participant::isLocalUser)
                .map(Participant::id)
                .findFirst()
                .orElse("");
    }

    /** Whether it is in a session together with another. */
    boolean isWith(Handset other) {
        String id = other.participantId();
        return !id.isEmpty()
                && now().participants().stream()
                        .anyMatch(participant -> participant.id().equals(id));
    }

    public CallSnapshot now() {
        return controller.snapshot();
    }

    public CallPhase phase() {
        return now().phase();
    }

    /** Notes a call that is shown as over although the hub did not say so: the device gave it up. */
    private void noteEnd(CallSnapshot snapshot) {
        Call call = snapshot.call();
        if (call != null
                && snapshot.phase() == CallPhase.ENDED
                && !call.status().isTerminal()) {
            closed.add(call.sessionId());
        }
    }

    /** What the call listener heard of one call, in order, without its id. */
    public List<String> heardOf(String sessionId) {
        return heard.events().stream()
                .filter(event -> event.contains(" " + sessionId))
                .map(event -> event.replace(" " + sessionId, ""))
                .toList();
    }

    /** Whether a call is on the screen as one that comes in. */
    public boolean showsIncoming(String sessionId) {
        CallSnapshot snapshot = now();
        boolean popup = snapshot.phase() == CallPhase.INCOMING && sessionId.equals(snapshot.sessionId());
        return popup || snapshot.waiting().stream().map(Call::sessionId).anyMatch(sessionId::equals);
    }
}

package dev.belfry.demo.chaos;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Two users who call each other, one call after the other; and what each of them should hear of it. For one thread. */
final class Duel {
    private static final Scenario[] SCENARIOS = Scenario.values();

    private final Party first;
    private final Party second;
    private final RandomGenerator random;
    private final Tally tally;
    private Party caller;
    private Party receiver;
    private Map<String, Integer> toCaller = Map.of();
    private Map<String, Integer> toReceiver = Map.of();
    private String id = "";

    Duel(Party first, Party second, RandomGenerator random, Tally tally) {
        this.first = first;
        this.second = second;
        this.random = random;
        this.tally = tally;
        this.caller = first;
        this.receiver = second;
    }

    /** Makes one call, and compares what both heard of it with what they should have. */
    void call() throws InterruptedException {
        boolean turned = random.nextBoolean();
        caller = turned ? second : first;
        receiver = turned ? first : second;
        Scenario scenario = SCENARIOS[random.nextInt(SCENARIOS.length)];
        id = UUID.randomUUID().toString();
        toCaller = new HashMap<>();
        toReceiver = new HashMap<>();
        String what = scenario + " " + id;
        caller.box().open(id);
        receiver.box().open(id);
        try {
            CallStatus status = play(scenario);
            agree(what, status);
        } catch (TimeoutException | ExecutionException e) {
            tally.error(what + ": " + e.getMessage());
            abandon();
        }
        tally.compare(
                what + ", caller " + caller.device().uid(),
                toCaller,
                caller.box().close(id));
        tally.compare(
                what + ", receiver " + receiver.device().uid(),
                toReceiver,
                receiver.box().close(id));
    }

    private CallStatus play(Scenario scenario) throws InterruptedException, TimeoutException, ExecutionException {
        get(caller.device().initiate(id, CallRequest.video(receiver.device().uid())));
        if (scenario == Scenario.CANCELLED) {
            return cancel();
        }
        expect(toReceiver, CallChange.INCOMING);
        receiver.await(id, CallChange.INCOMING.name());
        if (scenario == Scenario.ACCEPTED_OR_CANCELLED) {
            return acceptAndCancel();
        }
        get(receiver.device().ringing(id));
        expect(toCaller, CallChange.REMOTE_RINGING);
        if (scenario == Scenario.DECLINED) {
            get(receiver.device().reject(id, CallStatus.REJECTED));
            expect(toCaller, CallChange.REJECTED);
            caller.await(id, CallChange.REJECTED.name());
            return CallStatus.REJECTED;
        }
        get(receiver.device().accept(id));
        expect(toCaller, CallChange.ACCEPTED);
        caller.await(id, CallChange.ACCEPTED.name());
        join();
        end(scenario);
        return CallStatus.ENDED;
    }

    /** A call that is taken back before it reached the receiver does not ring there: its number comes without an event. */
    private CallStatus cancel() throws InterruptedException, TimeoutException, ExecutionException {
        get(caller.device().reject(id, CallStatus.CANCELLED));
        expect(toReceiver, CallChange.CANCELLED);
        receiver.await(id, CallChange.CANCELLED.name());
        if (receiver.box().has(id, CallChange.INCOMING.name())) {
            expect(toReceiver, CallChange.INCOMING);
        }
        return CallStatus.CANCELLED;
    }

    /** Both join, in one order or the other: who was first hears of the second. */
    private void join() throws InterruptedException, TimeoutException, ExecutionException {
        boolean callerFirst = random.nextBoolean();
        Party one = callerFirst ? caller : receiver;
        Party other = callerFirst ? receiver : caller;
        get(one.device().join(id));
        get(other.device().join(id));
        (callerFirst ? toCaller : toReceiver).put(EventBox.JOINED, 1);
        one.await(id, EventBox.JOINED);
    }

    private void end(Scenario scenario) throws InterruptedException, TimeoutException, ExecutionException {
        CompletableFuture<?> byCaller = CompletableFuture.completedFuture(null);
        CompletableFuture<?> byReceiver = CompletableFuture.completedFuture(null);
        if (scenario != Scenario.RECEIVER_ENDS) {
            byCaller = caller.device().end(id);
        }
        if (scenario != Scenario.CALLER_ENDS) {
            byReceiver = receiver.device().end(id);
        }
        get(byCaller);
        get(byReceiver);
        boolean callerEnded = scenario == Scenario.CALLER_ENDS
                || (scenario == Scenario.BOTH_END
                        && endedBy().equals(caller.device().uid()));
        expect(callerEnded ? toReceiver : toCaller, CallChange.ENDED);
        (callerEnded ? receiver : caller).await(id, CallChange.ENDED.name());
    }

    private CallStatus acceptAndCancel() throws InterruptedException, TimeoutException, ExecutionException {
        CompletableFuture<Call> accept = receiver.device().accept(id);
        CompletableFuture<Call> cancel = caller.device().reject(id, CallStatus.CANCELLED);
        get(cancel);
        try {
            get(accept);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof CallException refusal) || refusal.code() != ErrorCode.ERR_CALL_TERMINATED) {
                throw e;
            }
            expect(toReceiver, CallChange.CANCELLED);
            receiver.await(id, CallChange.CANCELLED.name());
            return CallStatus.CANCELLED;
        }
        expect(toCaller, CallChange.ACCEPTED);
        caller.await(id, CallChange.ACCEPTED.name());
        get(caller.device().end(id));
        expect(toReceiver, CallChange.ENDED);
        receiver.await(id, CallChange.ENDED.name());
        return CallStatus.ENDED;
    }

    /** Returns whose wish to end the call came first: who made its last change. */
    private String endedBy() throws InterruptedException, TimeoutException, ExecutionException {
        return get(caller.device().call(id)).sender().uid();
    }

    /** Compares what the hub tells both of the call, and that with how it went. */
    private void agree(String what, CallStatus status)
            throws InterruptedException, TimeoutException, ExecutionException {
        Call one = get(caller.device().call(id));
        Call other = get(receiver.device().call(id));
        boolean same = one.status() == other.status()
                && one.endReason() == other.endReason()
                && Objects.equals(one.duration(), other.duration());
        if (!same || one.status() != status) {
            tally.disagreement(what + ": " + status + " is " + one.status() + " (" + one.endReason()
                    + ") to the caller, " + other.status() + " (" + other.endReason() + ") to the receiver");
        }
    }

    /** Frees both for the next call. */
    private void abandon() throws InterruptedException {
        var unused = CompletableFuture.allOf(
                        caller.device().reject(id, CallStatus.CANCELLED).exceptionally(e -> null),
                        caller.device().end(id).exceptionally(e -> null))
                .completeOnTimeout(null, Party.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static void expect(Map<String, Integer> events, CallChange change) {
        events.put(change.name(), 1);
    }

    private static <T> T get(CompletableFuture<T> command)
            throws InterruptedException, TimeoutException, ExecutionException {
        return command.get(Party.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}

package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that truly come at the same moment, on two hubs that share any store. */
public class AtOnceTest {
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device PHONE = new Device("alice", "phone");
    private static final Device BOB = new Device("bob", "desk");

    private final HubStore store = newStore();
    private final Hub one = hub();
    private final Hub two = hub();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    /** How often each is tried. */
    protected int rounds() {
        return 200;
    }

    private Hub hub() {
        InMemoryDirectory directory = new InMemoryDirectory()
                .add(User.of("alice", "Alice"))
                .add(User.of("bob", "Bob"))
                .add(User.of("carol", "Carol"));

        return new HubBuilder(new StoppedClock(StoreSamples.START), Runnable::run, directory)
                .store(store)
                .build();
    }

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    @Test
    void ofTwoWhoCallEachOtherTheLowerCallGoesOnAndNothingRings() throws Exception {
        CallLogFilter everything = new CallLogFilter(CallLogFilter.MAX_LIMIT, null, null, null, null, null);
        for (int round = 0; round < Math.min(rounds(), CallLogFilter.MAX_LIMIT); round++) {
            String fromAlice = (round % 2 == 0 ? "a" : "c") + round;
            String fromBob = "b" + round;
            String lower = round % 2 == 0 ? fromAlice : fromBob;
            String absorbed = round % 2 == 0 ? fromBob : fromAlice;
            long before = two.head("alice") + two.head("bob");
            List<String> answers = together(
                    () -> one.initiate(ALICE, fromAlice, CallRequest.audio("bob"))
                            .sessionId(),
                    () -> two.initiate(BOB, fromBob, CallRequest.audio("alice")).sessionId());
            assertThat(answers).contains(lower);
            for (Device device : List.of(ALICE, BOB)) {
                assertThat(one.call(device, fromAlice).sessionId()).isEqualTo(lower);
                assertThat(two.call(device, fromBob).status()).isEqualTo(CallStatus.ONGOING);
                List<Call> log = one.calls(device, everything, null).calls();
                assertThat(log).extracting(Call::sessionId).contains(lower).doesNotContain(absorbed);
                assertThat(changes(device)).doesNotContain(CallChange.INCOMING);
            }
            assertThat(two.head("alice") + two.head("bob")).isGreaterThan(before);
            one.end(ALICE, lower);
        }
    }

    @Test
    void whoCallsTwoAtOnceCallsOne() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            int number = round;
            List<String> answers = together(
                    () -> dial(one, ALICE, "b" + number, "bob"), () -> dial(two, PHONE, "c" + number, "carol"));
            assertThat(answers).containsOnlyOnce(ErrorCode.ERR_CALL_BUSY_SELF.name());
            String rings = answers.get(0).equals("INITIATED") ? "b" + number : "c" + number;
            one.reject(ALICE, rings, CallStatus.CANCELLED);
        }
    }

    @Test
    void aCallAndItsCancelAtOnceLeaveNothingRinging() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            String session = "s" + round;
            together(() -> dial(one, ALICE, session, "bob"), () -> cancel(session));
            assertThat(one.call(BOB, session).status()).isEqualTo(CallStatus.CANCELLED);
        }
    }

    @Test
    void theSameCallSentTwiceAtOnceIsOneCall() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            String session = "s" + round;
            long before = one.head("bob");
            List<String> answers =
                    together(() -> dial(one, ALICE, session, "bob"), () -> dial(two, ALICE, session, "bob"));
            assertThat(answers).containsOnly("INITIATED");
            assertThat(one.head("bob")).isEqualTo(before + 1);
            one.reject(ALICE, session, CallStatus.CANCELLED);
        }
    }

    @Test
    void aDeviceThatComesWhileACallComesRingsOnce() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            String session = "s" + round;
            int start = round + 1;
            together(
                    () -> dial(one, ALICE, session, "bob"),
                    () -> "" + two.connect(BOB, start).since());
            long rings = two.connect(BOB, start).deliveries().stream()
                    .map(Batch.Delivery::event)
                    .filter(event -> event instanceof CallChanged changed
                            && changed.change() == CallChange.INCOMING
                            && changed.call().sessionId().equals(session))
                    .count();
            assertThat(rings).isEqualTo(1);
            one.reject(ALICE, session, CallStatus.CANCELLED);
        }
    }

    private String cancel(String session) throws CallException {
        try {
            return two.reject(ALICE, session, CallStatus.CANCELLED).status().name();
        } catch (CallException unknown) {
            assertThat(unknown.code()).isEqualTo(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            return unknown.code().name();
        }
    }

    private static String dial(Hub hub, Device by, String session, String receiver) throws CallException {
        try {
            return hub.initiate(by, session, CallRequest.audio(receiver))
                    .status()
                    .name();
        } catch (CallException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.ERR_CALL_BUSY_SELF);
            return refused.code().name();
        }
    }

    private List<CallChange> changes(Device device) throws CallException {
        return one.events(device, 0).deliveries().stream()
                .map(Batch.Delivery::event)
                .filter(CallChanged.class::isInstance)
                .map(event -> ((CallChanged) event).change())
                .toList();
    }

    private List<String> together(Callable<String> first, Callable<String> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<String>> running = new ArrayList<>();
        for (Callable<String> each : List.of(first, second)) {
            Callable<String> task = () -> {
                start.await();
                return each.call();
            };
            running.add(pool.submit(task));
        }
        return List.of(running.get(0).get(1, TimeUnit.MINUTES), running.get(1).get(1, TimeUnit.MINUTES));
    }
}

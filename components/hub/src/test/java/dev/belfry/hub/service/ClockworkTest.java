package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the hub does by itself, at the very moment it is due. */
class ClockworkTest {
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device BOB = new Device("bob", "desk");

    private final FakeScheduler time = new FakeScheduler();
    private final StubbornStore store = new StubbornStore();
    private final List<String> told = new ArrayList<>();
    private final List<CallStatus> ends = new ArrayList<>();
    private final Hub hub = new HubBuilder(
                    time,
                    time,
                    new InMemoryDirectory().add(User.of("alice", "Alice")).add(User.of("bob", "Bob")))
            .store(store)
            .onEvents(events -> told.add(events.uid()))
            .onEnds(ends::add)
            .build();

    @AfterEach
    void nothingIsLeftToDo() {
        hub.close();
        time.runReady();
        assertThat(time.pending()).isZero();
    }

    @Test
    void ringingStopsOnTheMinute() throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob").withTimeout(Duration.ofSeconds(60)));
        time.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(status()).isEqualTo(CallStatus.INITIATED);
        time.advance(Duration.ofNanos(1));
        assertThat(status()).isEqualTo(CallStatus.UNANSWERED);
        assertThat(told).containsExactly("bob", "bob", "alice");
        assertThat(ends).containsExactly(CallStatus.UNANSWERED);
    }

    @Test
    void whoDoesNotJoinInTimeEndsTheCall() throws CallException {
        accept();
        join(ALICE);
        pass(Duration.ofSeconds(20).minusNanos(1), ALICE);
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        time.advance(Duration.ofNanos(1));
        assertEnded(EndReason.JOIN_FAILED);
    }

    @Test
    void whoIsAloneForThreeMinutesEndsTheCall() throws CallException {
        accept();
        join(ALICE);
        time.advance(Duration.ofSeconds(10));
        join(BOB);
        pass(Duration.ofMinutes(10), ALICE, BOB);
        hub.leave(BOB, "s");
        pass(Duration.ofSeconds(100), ALICE, BOB);
        hub.mute(ALICE, "s", true, true);
        pass(Duration.ofSeconds(80).minusNanos(1), ALICE, BOB);
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        time.advance(Duration.ofNanos(1));
        assertEnded(EndReason.IDLE_TIMEOUT);
        assertThat(lastChange(ALICE).change()).isEqualTo(CallChange.ENDED);
        assertThat(lastChange(BOB).call().endReason()).isEqualTo(EndReason.IDLE_TIMEOUT);
    }

    @Test
    void whoComesBackKeepsTheCallAlive() throws CallException {
        accept();
        join(ALICE);
        join(BOB);
        hub.leave(BOB, "s");
        pass(Duration.ofSeconds(179), ALICE, BOB);
        join(BOB);
        pass(Duration.ofSeconds(600), ALICE, BOB);
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
    }

    @Test
    void aDeviceThatStaysSilentIsLostToItsCall() throws CallException {
        accept();
        join(ALICE);
        join(BOB);
        for (int i = 0; i < 29; i++) {
            time.advance(Duration.ofSeconds(1));
            hub.sync(ALICE, 0);
        }
        time.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        assertThat(hub.user("bob").online()).isTrue();
        time.advance(Duration.ofNanos(1));
        assertEnded(EndReason.CONNECTION_LOST);
        assertThat(hub.user("bob").online()).isFalse();
        hub.sync(BOB, 0);
        assertThat(hub.user("bob").online()).isTrue();
    }

    @Test
    void aDeviceThatIsNotConnectedDoesNotStayInASession() throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        hub.accept(BOB, "s");
        join(ALICE);
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        time.runReady();
        assertEnded(EndReason.CONNECTION_LOST);
    }

    @Test
    void bothDevicesLostAtOnceEndTheCallOnce() throws CallException {
        accept();
        join(ALICE);
        join(BOB);
        time.advance(Duration.ofSeconds(30));
        assertEnded(EndReason.CONNECTION_LOST);
        assertThat(changes(ALICE)).containsOnlyOnce(CallChange.ENDED);
    }

    @Test
    void whatFellDueWhileTheStoreWasAwayIsMadeUpFor() throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob").withTimeout(Duration.ofSeconds(10)));
        store.can(true, false);
        time.advance(Duration.ofSeconds(60));
        assertThat(status()).isEqualTo(CallStatus.INITIATED);
        store.can(true, true);
        time.advance(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(CallStatus.UNANSWERED);
    }

    @Test
    void aCallThatCannotBeSettledHoldsUpNoOther() throws CallException {
        CallRecord first = CallRecord.initiated("a", CallRequest.audio("bob"), ALICE, List.of("bob"), time.now());
        CallRecord broken = new CallEdit(first, time.now())
                .status(CallStatus.ONGOING, "bob")
                .current();
        store.transact(in -> {
            in.insert(aloneWithNobody(broken), time.now());
            return broken;
        });
        hub.initiate(BOB, "s", CallRequest.audio("alice").withTimeout(Duration.ofSeconds(10)));
        time.advance(Duration.ofMinutes(5));

        assertThat(status()).isEqualTo(CallStatus.UNANSWERED);
        assertThat(hub.call(ALICE, "a").status()).isEqualTo(CallStatus.ONGOING);
    }

    /** No call the hub makes is like this: somebody is alone in its session, and nobody is in it. */
    private CallRecord aloneWithNobody(CallRecord record) {
        return new CallRecord(
                record.sessionId(),
                record.request(),
                record.caller(),
                record.receivers(),
                record.status(),
                record.changedBy(),
                record.initiatedAt(),
                record.updatedAt(),
                null,
                null,
                null,
                List.of(),
                time.now().minus(Duration.ofHours(1)),
                null,
                record.version());
    }

    @Test
    void nobodyIsToldOfWhatIsNotStored() throws CallException {
        store.can(true, false);
        assertUnavailable(() -> hub.initiate(ALICE, "s", CallRequest.audio("bob")));
        assertUnavailable(() -> hub.connect(ALICE, 1));
        assertUnavailable(() -> hub.reject(ALICE, "s", CallStatus.CANCELLED));
        assertThat(told).isEmpty();
        store.can(false, true);
        assertUnavailable(() -> hub.events(BOB, 0));
        assertUnavailable(() -> hub.user("bob"));
        assertUnavailable(() -> hub.head("bob"));
        store.can(true, true);
        assertThat(hub.head("bob")).isZero();
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        assertThat(told).containsExactly("bob");
        assertThat(hub.head("bob")).isEqualTo(1);
    }

    private void accept() throws CallException {
        hub.connect(ALICE, 1);
        hub.connect(BOB, 1);
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        hub.accept(BOB, "s");
    }

    private void join(Device device) throws CallException {
        hub.join(device, hub.token(device, "s"), false, false);
    }

    /** Lets time pass for devices that are heard of all the while. */
    private void pass(Duration duration, Device... devices) throws CallException {
        Duration left = duration;
        while (!left.isZero()) {
            for (Device device : devices) {
                hub.sync(device, 0);
            }
            Duration step = left.compareTo(Duration.ofSeconds(10)) > 0 ? Duration.ofSeconds(10) : left;
            time.advance(step);
            left = left.minus(step);
        }
    }

    private CallStatus status() throws CallException {
        return hub.call(ALICE, "s").status();
    }

    private void assertEnded(EndReason reason) throws CallException {
        assertThat(status()).isEqualTo(CallStatus.ENDED);
        assertThat(hub.call(ALICE, "s").endReason()).isEqualTo(reason);
        assertThat(hub.call(BOB, "s").endReason()).isEqualTo(reason);
    }

    private List<CallChanged> heard(Device device) throws CallException {
        return hub.events(device, 0).deliveries().stream()
                .map(Batch.Delivery::event)
                .filter(CallChanged.class::isInstance)
                .map(CallChanged.class::cast)
                .toList();
    }

    private List<CallChange> changes(Device device) throws CallException {
        return heard(device).stream().map(CallChanged::change).toList();
    }

    private CallChanged lastChange(Device device) throws CallException {
        List<CallChanged> all = heard(device);
        return all.get(all.size() - 1);
    }

    private static void assertUnavailable(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
    }
}

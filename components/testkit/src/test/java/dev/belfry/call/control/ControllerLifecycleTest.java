package dev.belfry.call.control;

import static dev.belfry.call.control.Device.codeOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallListener;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import dev.belfry.testkit.FakeMediaEngine;
import dev.belfry.testkit.RecordingListener;
import dev.belfry.testkit.ScriptedSignaling;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ControllerLifecycleTest {
    private final Device alice = new Device();

    @Test
    void whole_call_on_threads_of_its_own_leaves_none_behind() throws Exception {
        ScriptedSignaling hub = new ScriptedSignaling(Device.ALICE, Device.BOB).answerByItself();
        hub.inSession(Device.BOB_THERE);
        FakeMediaEngine media = new FakeMediaEngine().connectByItself();
        CallController controller = CallController.builder(hub).media(media).build();
        RecordingListener heard = new RecordingListener().listenTo(controller);
        CountDownLatch talking = new CountDownLatch(1);
        controller.addStateListener("test", snapshot -> {
            if (snapshot.phase() == CallPhase.ONGOING) {
                talking.countDown();
            }
        });

        Call call = controller.initiateCall(CallRequest.video("bob")).get(10, SECONDS);
        assertThat(call.sessionId()).hasSize(32);
        hub.deliver(CallChange.ACCEPTED, Calls.changed(call, CallStatus.ONGOING));
        assertThat(talking.await(10, SECONDS)).isTrue();
        List<Thread> threads = threads();
        assertThat(threads).hasSize(1);
        assertThat(controller.activeCall()).isPresent();
        assertThat(controller.localUser()).isEqualTo(Device.ALICE);
        assertThat(controller.signaling()).isSameAs(hub);
        assertThat(controller.media()).contains(media);

        controller.close();
        controller.close();
        heard.clear();
        assertThat(hub.sent()).endsWith("end " + call.sessionId());
        assertThat(media.session().isClosed()).isTrue();
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
        hub.deliver(CallChange.INCOMING, Calls.ringing("b1", Device.BOB, Device.ALICE, CallType.AUDIO));
        assertThat(heard.events()).isEmpty();
        assertThat(codeOf(controller.initiateCall(CallRequest.audio("bob")))).isEqualTo(ErrorCode.ERR_CONNECTION_LOST);
    }

    @Test
    void close_while_the_accept_is_on_its_way_still_ends_the_call() throws Exception {
        Call ringing = alice.rings("b1", Device.BOB, CallType.AUDIO);
        var accepted = alice.controller.acceptCall("b1");
        alice.clock.runReady();
        Thread answering = new Thread(() -> alice.hub.answer("accept", Calls.changed(ringing, CallStatus.ONGOING)));
        alice.controller.addCallListener("unused", new CallListener() {});
        answering.start();
        alice.controller.close();
        answering.join();
        assertThat(alice.hub.sent()).endsWith("end b1");
        assertThat(alice.media.session().isClosed()).isTrue();
        alice.clock.runReady();
        assertThat(accepted).isDone();
    }

    @Test
    void line_that_is_closed_for_good_ends_what_goes_on_and_what_rings() {
        alice.talking(CallType.VIDEO);
        alice.rings("b1", Device.BOB, CallType.AUDIO);
        assertThat(alice.ringer.sounding()).isNotEmpty();
        alice.hub.connection(ConnectionState.CLOSED);
        alice.clock.runReady();
        assertThat(alice.now().connection()).isEqualTo(ConnectionState.CLOSED);
        assertThat(alice.ringer.sounding()).isEmpty();
        assertThat(alice.media.sessions()).allMatch(session -> session.isClosed());
        assertThat(alice.controller.session()).isEmpty();
    }

    @Test
    void listener_that_throws_keeps_nobody_else_from_hearing() {
        alice.controller.addCallListener("first", new CallListener() {
            @Override
            public void onIncomingCallReceived(Call call) {
                throw new IllegalStateException("a host's mistake");
            }
        });
        RecordingListener second = new RecordingListener();
        alice.controller.addCallListener("second", second);
        alice.rings("b1", Device.BOB, CallType.AUDIO);
        assertThat(second.events()).containsExactly("incoming b1");
    }

    @Test
    void same_id_replaces_and_removed_ones_hear_nothing_even_of_what_was_on_its_way() {
        RecordingListener first = new RecordingListener();
        RecordingListener second = new RecordingListener();
        first.listenTo(alice.controller);
        second.listenTo(alice.controller);
        alice.clock.runReady();
        assertThat(first.events()).isEmpty();
        assertThat(second.events()).containsExactly("state IDLE");
        alice.hub.deliver(CallChange.INCOMING, Calls.ringing("b1", Device.BOB, Device.ALICE, CallType.AUDIO));
        alice.controller.removeStateListener("recording");
        alice.controller.removeCallListener("recording");
        alice.controller.removeSessionListener("recording");
        alice.clock.runReady();
        assertThat(second.events()).containsExactly("state IDLE");
    }

    @Test
    void log_is_read_page_by_page_in_both_directions() {
        Call newer = Calls.ringing("s2", Device.ALICE, Device.BOB, CallType.AUDIO);
        Call older = Calls.ringing("s1", Device.BOB, Device.ALICE, CallType.AUDIO);
        CallLog log = alice.controller.callLog(CallLogFilter.ALL);
        assertThat(log.fetchPrevious().join()).isEmpty();
        var first = log.fetchNext();
        alice.answer("calls", new CallLogPage(List.of(newer), "2", null));
        assertThat(first.join()).containsExactly(newer);
        var second = log.fetchNext();
        alice.answer("calls", new CallLogPage(List.of(older), null, "1"));
        assertThat(second.join()).containsExactly(older);
        assertThat(log.fetchNext().join()).isEmpty();
        var back = log.fetchPrevious();
        alice.fail("calls", ErrorCode.ERR_CONNECTION_LOST);
        assertThat(codeOf(back)).isEqualTo(ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.hub.sent()).containsExactly("calls null", "calls 2", "calls 1");
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("belfry-calls"))
                .toList();
    }
}

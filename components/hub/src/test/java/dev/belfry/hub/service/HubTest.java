package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.Call;
import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the hub answers, on any store: a store's test extends this and gives it a {@link #newStore}. */
public class HubTest {
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device BOB = new Device("bob", "desk");
    private static final Device CAROL = new Device("carol", "tablet");

    private final FakeScheduler time = new FakeScheduler();
    private final InMemoryDirectory directory = new InMemoryDirectory()
            .add(User.of("alice", "Alice"))
            .add(User.of("bob", "Bob"))
            .add(User.of("carol", "Carol"))
            .add(new Group("team", "Team", null, 0), List.of("alice", "bob"));
    private final Hub hub =
            new HubBuilder(time, time, directory).store(newStore()).build();

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    @Test
    void whatCannotBeCalledIsRefused() {
        assertFails(ErrorCode.ERR_CALLING_SELF, () -> hub.initiate(ALICE, "s", CallRequest.audio("alice")));
        assertFails(ErrorCode.ERR_RECEIVER_NOT_FOUND, () -> hub.initiate(ALICE, "s", CallRequest.audio("nobody")));
        assertFails(
                ErrorCode.ERR_RECEIVER_NOT_FOUND,
                () -> hub.initiate(CAROL, "s", CallRequest.group("team", CallType.AUDIO)));
        assertFails(ErrorCode.ERR_EMPTY_CALL_SESSION_ID, () -> hub.initiate(ALICE, "", CallRequest.audio("bob")));
        assertFails(ErrorCode.ERR_BAD_REQUEST, () -> hub.initiate(ALICE, "a b", CallRequest.audio("bob")));
        for (int seconds : new int[] {4, 181}) {
            CallRequest request = CallRequest.audio("bob").withTimeout(Duration.ofSeconds(seconds));
            assertThatThrownBy(() -> hub.initiate(ALICE, "s", request))
                    .isInstanceOfSatisfying(
                            CallException.class, e -> assertThat(e.detail()).isEqualTo("timeout"));
        }
        Device nobody = new Device("nobody", "x");
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.initiate(nobody, "s", CallRequest.audio("bob")));
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.connect(nobody, 1));
        assertFails(ErrorCode.ERR_CALL_SESSION_NOT_FOUND, () -> hub.accept(BOB, "none"));
        assertFails(ErrorCode.ERR_EMPTY_CALL_SESSION_ID, () -> hub.accept(BOB, ""));
    }

    @Test
    void oneCallAtATime() throws CallException {
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        assertFails(ErrorCode.ERR_CALL_BUSY_SELF, () -> hub.initiate(ALICE, "s2", CallRequest.audio("carol")));
        hub.reject(ALICE, "s1", CallStatus.CANCELLED);
        assertThat(hub.initiate(ALICE, "s2", CallRequest.audio("carol")).status())
                .isEqualTo(CallStatus.INITIATED);
    }

    @Test
    void onlyPartiesSeeACallOrActOnIt() throws CallException {
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.call(CAROL, "s1"));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.accept(CAROL, "s1"));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.token(CAROL, "s1"));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.initiate(CAROL, "s1", CallRequest.audio("bob")));
        assertThat(hub.calls(CAROL, CallLogFilter.ALL, null).calls()).isEmpty();
        assertThat(hub.events(CAROL, 0).deliveries()).isEmpty();
    }

    @Test
    void theSameCommandAgainHasTheSameAnswer() throws CallException {
        Call first = hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        assertThat(hub.initiate(ALICE, "s1", CallRequest.audio("bob"))).isEqualTo(first);
        Call accepted = hub.accept(BOB, "s1");
        assertThat(hub.accept(BOB, "s1")).isEqualTo(accepted);
        Call ended = hub.end(BOB, "s1");
        assertThat(hub.end(BOB, "s1")).isEqualTo(ended);
        assertThat(hub.events(ALICE, 0).deliveries()).hasSize(2);
    }

    @Test
    void aTokenIsForOneDeviceOneSessionAndTwoMinutes() throws CallException {
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        assertFails(ErrorCode.ERR_CALL_NOT_STARTED, () -> hub.token(ALICE, "s1"));
        hub.accept(BOB, "s1");
        CallToken token = hub.token(ALICE, "s1");
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.join(BOB, token, false, false));
        assertFails(
                ErrorCode.ERR_UNAUTHORIZED, () -> hub.join(ALICE, new CallToken("s2", token.token()), false, false));
        CallToken forged = new CallToken(
                "s1",
                JwtCallTokens.withRandomSecret()
                        .sign(new CallGrant("s1", ALICE, time.now().plusSeconds(60))));
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.join(ALICE, forged, false, false));
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.join(ALICE, new CallToken("s1", "x"), false, false));

        assertThat(hub.join(ALICE, token, false, false)).hasSize(1);
        assertThat(hub.join(BOB, hub.token(BOB, "s1"), false, false)).hasSize(2);
        CallToken old = hub.token(BOB, "s1");
        time.advance(Duration.ofMinutes(2));
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.join(BOB, old, false, false));
    }

    @Test
    void busyOnlyWhenEveryDeviceIs() throws CallException {
        Device tablet = new Device("bob", "tablet");
        hub.connect(BOB, 1);
        hub.connect(tablet, 2);
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        assertThat(hub.reject(BOB, "s1", CallStatus.BUSY).status()).isEqualTo(CallStatus.INITIATED);
        assertThat(hub.reject(BOB, "s1", CallStatus.BUSY).status()).isEqualTo(CallStatus.INITIATED);
        assertThat(hub.reject(tablet, "s1", CallStatus.BUSY).status()).isEqualTo(CallStatus.BUSY);
    }

    @Test
    void theLogIsReadInPages() throws CallException {
        for (int i = 0; i < 7; i++) {
            Device caller = i % 2 == 0 ? ALICE : BOB;
            hub.initiate(caller, "s" + i, CallRequest.audio(i % 2 == 0 ? "bob" : "alice"));
            hub.reject(caller, "s" + i, CallStatus.CANCELLED);
            time.advance(Duration.ofSeconds(1));
        }
        CallLogFilter three = new CallLogFilter(3, null, null, null, null, null);
        CallLogPage first = hub.calls(ALICE, three, null);
        assertThat(ids(first)).containsExactly("s6", "s5", "s4");
        assertThat(first.previous()).isNull();
        CallLogPage second = hub.calls(ALICE, three, first.next());
        assertThat(ids(second)).containsExactly("s3", "s2", "s1");
        CallLogPage third = hub.calls(ALICE, three, second.next());
        assertThat(ids(third)).containsExactly("s0");
        assertThat(third.next()).isNull();
        assertThat(ids(hub.calls(ALICE, three, third.previous()))).containsExactly("s3", "s2", "s1");
        assertThat(ids(hub.calls(ALICE, three, second.previous()))).containsExactly("s6", "s5", "s4");
        assertFails(ErrorCode.ERR_BAD_REQUEST, () -> hub.calls(ALICE, three, "nonsense"));
        assertFails(ErrorCode.ERR_BAD_REQUEST, () -> hub.calls(ALICE, three, "older yesterday s1"));
    }

    @Test
    void theLogIsFiltered() throws CallException {
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        hub.reject(BOB, "s1", CallStatus.REJECTED);
        hub.initiate(BOB, "s2", CallRequest.video("alice"));
        hub.reject(BOB, "s2", CallStatus.CANCELLED);
        hub.initiate(ALICE, "s3", CallRequest.group("team", CallType.VIDEO));
        hub.reject(ALICE, "s3", CallStatus.CANCELLED);
        hub.initiate(ALICE, "s4", CallRequest.audio("carol"));

        assertThat(found(CallType.VIDEO, null, null, null, null)).containsExactlyInAnyOrder("s2", "s3");
        assertThat(found(null, CallStatus.CANCELLED, null, null, null)).containsExactlyInAnyOrder("s2", "s3");
        assertThat(found(null, null, CallDirection.INCOMING, null, null)).containsExactly("s2");
        assertThat(found(null, null, null, "bob", null)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(found(null, null, null, null, "team")).containsExactly("s3");
    }

    @Test
    void aGroupCallIsToTheGroup() throws CallException {
        Call call = hub.initiate(ALICE, "s1", CallRequest.group("team", CallType.AUDIO));
        assertThat(call.receiverType()).isEqualTo(ReceiverType.GROUP);
        assertThat(call.conversationId()).isEqualTo("group_team");
        assertThat(call.callReceiver().id()).isEqualTo("team");
    }

    @Test
    void aDeviceThatStartsAnewHasLostItsCalls() throws CallException {
        hub.connect(ALICE, 1);
        hub.initiate(ALICE, "s1", CallRequest.audio("bob"));
        hub.connect(ALICE, 1);
        assertThat(hub.call(BOB, "s1").status()).isEqualTo(CallStatus.INITIATED);
        hub.connect(ALICE, 2);
        assertThat(hub.call(BOB, "s1").status()).isEqualTo(CallStatus.CANCELLED);
        assertFails(ErrorCode.ERR_UNAUTHORIZED, () -> hub.connect(ALICE, 1));
        hub.disconnect(ALICE, 1);
        assertThat(hub.user("alice").online()).isTrue();
        hub.disconnect(ALICE, 2);
        assertThat(hub.user("alice").online()).isFalse();
    }

    @Test
    void ofManyWhoAcceptAtOnceOneWins() throws Exception {
        int devices = 8;
        ExecutorService pool = Executors.newFixedThreadPool(devices);
        try {
            for (int round = 0; round < 200; round++) {
                String session = "s" + round;
                hub.initiate(ALICE, session, CallRequest.audio("bob"));
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> accepts = new ArrayList<>();
                for (int i = 0; i < devices; i++) {
                    Device device = new Device("bob", "d" + i);
                    Callable<Boolean> accept = () -> {
                        start.await();
                        return accepted(device, session);
                    };
                    accepts.add(pool.submit(accept));
                }
                start.countDown();
                int winners = 0;
                for (Future<Boolean> accept : accepts) {
                    winners += accept.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
                hub.end(ALICE, session);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean accepted(Device device, String session) {
        try {
            return hub.accept(device, session).status() == CallStatus.ONGOING;
        } catch (CallException lost) {
            assertThat(lost.code()).isEqualTo(ErrorCode.ERR_CALL_USER_ALREADY_JOINED);
            return false;
        }
    }

    private List<String> found(
            @Nullable CallType type,
            @Nullable CallStatus status,
            @Nullable CallDirection direction,
            @Nullable String uid,
            @Nullable String guid)
            throws CallException {
        return ids(hub.calls(ALICE, new CallLogFilter(10, type, status, direction, uid, guid), null));
    }

    private static List<String> ids(CallLogPage page) {
        return page.calls().stream().map(Call::sessionId).toList();
    }

    private static void assertFails(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

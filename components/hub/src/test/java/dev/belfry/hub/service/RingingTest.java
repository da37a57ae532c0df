package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every command, by every role, on a call in every status: what becomes of it, and who is told. */
class RingingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Device CALLER = new Device("alice", "laptop");
    private static final Device RECEIVER = new Device("bob", "desk");
    private static final Device OTHER = new Device("bob", "tablet");
    private static final Device STRANGER = new Device("mallory", "laptop");
    private static final Map<String, Device> ROLES = roles();

    /**
     * One line for each command and role; then, for a call that rings, goes on, was never answered (in each of four
     * ways), and ended after an answer: the new status with whom it is told, the error, or {@code -} for no change.
     */
    private static final String TABLE = """
            ring by caller | - | - | - | -
            accept by caller | ERR_CALL_NOT_A_PART | ERR_CALL_NOT_A_PART | ERR_CALL_NOT_A_PART | ERR_CALL_NOT_A_PART
            reject REJECTED by caller | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            reject CANCELLED by caller | CANCELLED, bob: CANCELLED | - | - | -
            reject BUSY by caller | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            reject UNANSWERED by caller | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            end by caller | ERR_CALL_NOT_STARTED | ENDED, bob/desk: ENDED | - | -
            join by caller | ERR_CALL_NOT_STARTED | - | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            mute by caller | ERR_CALL_NOT_STARTED | ONGOING | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            leave by caller | - | ONGOING | - | -
            gone: caller | CANCELLED, bob: CANCELLED | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            join deadline of caller | - | - | - | -
            ring by receiver | INITIATED, alice/laptop: REMOTE_RINGING | - | - | -
            accept by receiver | ONGOING, bob but desk: ANSWERED_ELSEWHERE, alice/laptop: ACCEPTED | - | ERR_CALL_TERMINATED | -
            reject REJECTED by receiver | REJECTED, bob but desk: ANSWERED_ELSEWHERE, alice/laptop: REJECTED | - | - | -
            reject CANCELLED by receiver | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            reject BUSY by receiver | BUSY, alice/laptop: REJECTED, bob but desk: ANSWERED_ELSEWHERE | - | - | -
            reject UNANSWERED by receiver | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            end by receiver | ERR_CALL_NOT_STARTED | ENDED, alice/laptop: ENDED | - | -
            join by receiver | ERR_CALL_NOT_STARTED | ONGOING, alice/laptop: JOINED | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            mute by receiver | ERR_CALL_NOT_STARTED | ERR_CALL_NOT_A_PART | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            leave by receiver | - | ONGOING | - | -
            gone: receiver | - | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            join deadline of receiver | - | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            ring by receiver's other device | INITIATED, alice/laptop: REMOTE_RINGING | - | - | -
            accept by receiver's other device | ONGOING, bob but tablet: ANSWERED_ELSEWHERE, alice/laptop: ACCEPTED | ERR_CALL_USER_ALREADY_JOINED | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            reject REJECTED by receiver's other device | REJECTED, bob but tablet: ANSWERED_ELSEWHERE, alice/laptop: REJECTED | - | - | -
            reject CANCELLED by receiver's other device | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            reject BUSY by receiver's other device | INITIATED | - | - | -
            reject UNANSWERED by receiver's other device | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status | ERR_BAD_REQUEST status
            end by receiver's other device | ERR_CALL_NOT_STARTED | ERR_CALL_NOT_A_PART | - | -
            join by receiver's other device | ERR_CALL_NOT_STARTED | ERR_CALL_USER_ALREADY_JOINED | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            mute by receiver's other device | ERR_CALL_NOT_STARTED | ERR_CALL_NOT_A_PART | ERR_CALL_TERMINATED | ERR_CALL_TERMINATED
            leave by receiver's other device | - | - | - | -
            gone: receiver's other device | - | - | - | -
            join deadline of receiver's other device | - | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            ring timeout | UNANSWERED, bob: CANCELLED, alice/laptop: REJECTED | - | - | -
            idle | - | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            absorb | CANCELLED, bob: ANSWERED_ELSEWHERE | - | - | -
            recall | - | ENDED, alice/laptop: ENDED, bob/desk: ENDED | - | -
            """;

    @Test
    void everyCommandByEveryRoleInEveryStatus() throws CallException {
        StringBuilder actual = new StringBuilder();
        for (Map.Entry<String, CallCommand> row : commands().entrySet()) {
            CallCommand command = row.getValue();
            List<String> cells = List.of(
                    row.getKey(),
                    outcome(ringing(), command),
                    outcome(ongoing(), command),
                    neverAnswered(command),
                    outcome(over(CallStatus.ENDED), command));
            actual.append(String.join(" | ", cells)).append('\n');
        }
        assertThat(actual.toString()).isEqualTo(TABLE);
    }

    @Test
    void aStrangerMayDoNothing() throws CallException {
        for (CallRecord record : List.of(ringing(), ongoing(), over(CallStatus.REJECTED), over(CallStatus.ENDED))) {
            for (CallCommand.FromDevice command : List.of(
                    new CallCommand.Ring(STRANGER),
                    new CallCommand.Accept(STRANGER),
                    new CallCommand.Reject(STRANGER, CallStatus.CANCELLED, Set.of()),
                    new CallCommand.End(STRANGER),
                    new CallCommand.Join(STRANGER, "p", false, false),
                    new CallCommand.Mute(STRANGER, true, true),
                    new CallCommand.Leave(STRANGER))) {
                assertThat(outcome(record, command)).isEqualTo("ERR_CALL_NOT_A_PART");
            }
        }
    }

    private static Map<String, CallCommand> commands() {
        Map<String, CallCommand> commands = new LinkedHashMap<>();
        ROLES.forEach((role, by) -> {
            Set<String> connected = Set.of("desk");
            commands.put("ring by " + role, new CallCommand.Ring(by));
            commands.put("accept by " + role, new CallCommand.Accept(by));
            for (CallStatus status :
                    List.of(CallStatus.REJECTED, CallStatus.CANCELLED, CallStatus.BUSY, CallStatus.UNANSWERED)) {
                commands.put("reject " + status + " by " + role, new CallCommand.Reject(by, status, connected));
            }
            commands.put("end by " + role, new CallCommand.End(by));
            commands.put("join by " + role, new CallCommand.Join(by, "p", false, false));
            commands.put("mute by " + role, new CallCommand.Mute(by, true, true));
            commands.put("leave by " + role, new CallCommand.Leave(by));
            commands.put("gone: " + role, new CallCommand.Gone(by, EndReason.CONNECTION_LOST));
            commands.put("join deadline of " + role, new CallCommand.JoinDeadline(by.uid()));
        });
        commands.put("ring timeout", new CallCommand.RingTimeout());
        commands.put("idle", new CallCommand.Idle());
        commands.put("absorb", new CallCommand.Absorb("s0", true));
        commands.put("recall", new CallCommand.Recall(CALLER));
        return commands;
    }

    private static String neverAnswered(CallCommand command) throws CallException {
        List<String> outcomes = new ArrayList<>();
        for (CallStatus status :
                List.of(CallStatus.REJECTED, CallStatus.CANCELLED, CallStatus.BUSY, CallStatus.UNANSWERED)) {
            outcomes.add(outcome(over(status), command));
        }
        assertThat(outcomes).containsOnly(outcomes.get(0));
        return outcomes.get(0);
    }

    private static String outcome(CallRecord record, CallCommand command) {
        try {
            Transition transition = Ringing.apply(record, command, START.plusSeconds(60));
            if (transition.next().equals(record)) {
                return "-";
            }
            assertThat(transition.next().version()).isEqualTo(record.version() + 1);
            StringBuilder outcome = new StringBuilder(transition.next().status().name());
            transition.notices().forEach(notice -> outcome.append(", ").append(text(notice)));
            return outcome.toString();
        } catch (CallException refused) {
            return refused.detail() == null ? refused.code().name() : refused.code() + " " + refused.detail();
        }
    }

    private static String text(Notice notice) {
        Audience to = notice.audience();
        String who =
                to.uid() + (to.only() != null ? "/" + to.only() : to.except() != null ? " but " + to.except() : "");
        return who + ": " + (notice instanceof Notice.OfCall of ? of.change() : ((Notice.OfSeat) notice).change());
    }

    private static CallRecord ringing() {
        return CallRecord.initiated("s1", CallRequest.video("bob"), CALLER, List.of("bob"), START);
    }

    /** Both were there; Alice still is, Bob's device has yet to join. */
    private static CallRecord ongoing() throws CallException {
        CallRecord accepted = apply(ringing(), new CallCommand.Accept(RECEIVER));
        return apply(accepted, new CallCommand.Join(CALLER, "p1", false, false));
    }

    private static CallRecord over(CallStatus status) throws CallException {
        return switch (status) {
            case REJECTED, BUSY -> apply(ringing(), new CallCommand.Reject(RECEIVER, status, Set.of("desk")));
            case CANCELLED -> apply(ringing(), new CallCommand.Reject(CALLER, status, Set.of()));
            case UNANSWERED -> apply(ringing(), new CallCommand.RingTimeout());
            default -> apply(ongoing(), new CallCommand.End(RECEIVER));
        };
    }

    private static CallRecord apply(CallRecord record, CallCommand command) throws CallException {
        CallRecord next = Ringing.apply(record, command, START.plusSeconds(60)).next();
        assertThat(next).isNotEqualTo(record);
        return next;
    }

    private static Map<String, Device> roles() {
        Map<String, Device> roles = new LinkedHashMap<>();
        roles.put("caller", CALLER);
        roles.put("receiver", RECEIVER);
        roles.put("receiver's other device", OTHER);
        return roles;
    }
}

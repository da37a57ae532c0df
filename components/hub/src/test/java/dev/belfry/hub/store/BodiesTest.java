package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ReceiverType;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Party;
import dev.belfry.hub.service.PartyState;
import dev.belfry.hub.service.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00.000000001Z");

    private final Bodies bodies = new Bodies();

    @Test
    void aRecordWithEveryFieldComesBackAsItWas() {
        Party alice = new Party("alice", PartyState.LEFT, "desk", true, Set.of("a", "b"), AT, AT, EndReason.HANG_UP);
        Party bob = new Party(
                "bob \u00e9\u4e16\ud83d\udcde'\"\\<", PartyState.ACCEPTED, null, false, Set.of(), null, null, null);
        CallRecord record = new CallRecord(
                "s",
                new CallRequest("team", ReceiverType.GROUP, CallType.AUDIO, Duration.ofMillis(5_500)),
                alice,
                List.of(bob),
                CallStatus.ENDED,
                "bob",
                AT,
                AT.plusSeconds(1),
                AT.plusSeconds(2),
                AT.plusSeconds(3),
                EndReason.CONNECTION_LOST,
                List.of(new Seat("p", new Device("alice", "desk"), true, false, AT)),
                AT.plusSeconds(4),
                "other",
                7);
        assertThat(bodies.readRecord(bodies.write(record))).isEqualTo(record);
    }

    @Test
    void aRecordWithNoMoreThanItMustHaveComesBackAsItWas() {
        CallRecord record = Records.ringing("s", "alice", "bob");
        assertThat(bodies.readRecord(bodies.write(record))).isEqualTo(record);
    }

    /** What is stored today is read by every later version: a component that is renamed needs a migration. */
    @Test
    void aRecordIsStoredUnderTheseNames() {
        assertThat(bodies.write(Records.ringing("s", "alice", "bob")))
                .startsWith(
                        "{\"sessionId\":\"s\",\"request\":{\"receiverId\":\"bob\",\"receiverType\":\"USER\","
                                + "\"type\":\"VIDEO\",\"timeout\":45000000000},\"caller\":{\"uid\":\"alice\",\"state\":\"ACCEPTED\",")
                .contains("\"status\":\"INITIATED\",\"changedBy\":\"alice\"," + "\"initiatedAt\":1780315200123456789")
                .endsWith("\"seats\":[],\"version\":1}");
    }

    @Test
    void timesAsTheFirstVersionWroteThemAreRead() {
        CallRecord record = Records.ringing("s", "alice", "bob");
        String first = bodies.write(record)
                .replace("45000000000", "\"PT45S\"")
                .replace("1780315200123456789", "\"2026-06-01T12:00:00.123456789Z\"");

        assertThat(first).contains("\"PT45S\"").contains("123456789Z\"");
        assertThat(bodies.readRecord(first)).isEqualTo(record);
    }

    @Test
    void whatWasNotWrittenByAStoreIsRefused() {
        assertThatThrownBy(() -> bodies.readRecord("[")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bodies.readEvent("{}")).isInstanceOf(IllegalStateException.class);
    }
}

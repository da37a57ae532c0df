package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLedgerTest {
    private final EventLedger ledger = new EventLedger();

    @BeforeEach
    void expect() {
        ledger.expect("alice", Events.ofCaller(true));
        ledger.expect("bob", Events.ofReceiver(false));
    }

    @Test
    void what_never_came_is_missing() {
        int all = ledger.missing().size();
        ledger.count("bob", "onIncomingCallReceived");
        assertThat(ledger.missing())
                .hasSize(all - 1)
                .contains("alice onOutgoingCallAccepted", "bob state ONGOING", "bob onUserJoined")
                .doesNotContain("bob onIncomingCallReceived");
    }

    @Test
    void what_came_twice_is_doubled_unless_it_may() {
        for (String event : List.of("onIncomingCallReceived", "onUserListUpdated")) {
            ledger.count("bob", event);
            ledger.count("bob", event);
        }
        assertThat(ledger.doubled()).containsExactly("bob onIncomingCallReceived");
    }

    @Test
    void an_error_is_unwelcome() {
        ledger.count("alice", "onError");
        ledger.count("alice", "onUserJoined");
        assertThat(ledger.unwelcome()).containsExactly("alice onError");
    }
}

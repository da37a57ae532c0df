package dev.belfry.demo.headless;

import dev.belfry.call.control.CallPhase;
import java.util.Set;
import java.util.TreeSet;

/** What one good call brings each side, each event exactly once. */
final class Events {
    private static final Set<String> TO_BOTH = Set.of(
            "onCallEnded",
            "onConnectionClosed",
            EventLedger.state(CallPhase.CONNECTING),
            EventLedger.state(CallPhase.ONGOING),
            EventLedger.state(CallPhase.ENDED));

    private static final Set<String> TO_CALLER = Set.of(
            "onRemoteRinging",
            "onOutgoingCallAccepted",
            EventLedger.state(CallPhase.DIALING),
            EventLedger.state(CallPhase.OUTGOING));

    private static final Set<String> TO_RECEIVER =
            Set.of("onIncomingCallReceived", EventLedger.state(CallPhase.INCOMING));

    private Events() {}

    /** Returns the events of the one who calls. */
    static Set<String> ofCaller(boolean hangsUp) {
        return all(TO_CALLER, hangsUp);
    }

    /** Returns the events of the one who is called. */
    static Set<String> ofReceiver(boolean hangsUp) {
        return all(TO_RECEIVER, hangsUp);
    }

    private static Set<String> all(Set<String> ofRole, boolean hangsUp) {
        Set<String> events = new TreeSet<>(TO_BOTH);
        events.addAll(ofRole);
        events.add(hangsUp ? "onCallEndButtonPressed" : "onCallEndedMessageReceived");
        return events;
    }
}

package dev.belfry.swing.call;

import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.testkit.Calls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots of Alice's device in a call with Bob, each a little different. */
final class Snapshots {
    static final User ALICE = User.of("alice", "Alice Carter");
    static final User BOB = User.of("bob", "Bob Whitechapel");

    private CallPhase phase;
    private boolean outgoing = true;
    private CallParty peer = BOB;
    private boolean remoteRinging;
    private List<Call> waiting = List.of();
    private List<Participant> participants = List.of();
    private boolean videoMuted;
    private boolean mediaLost;
    private ConnectionState connection = ConnectionState.CONNECTED;
    private @Nullable EndReason reason;
    private boolean byLocal;

    private Snapshots(CallPhase phase) {
        this.phase = phase;
    }

    static Snapshots in(CallPhase phase) {
        return new Snapshots(phase);
    }

    Snapshots incoming() {
        outgoing = false;
        return this;
    }

    Snapshots peer(CallParty party) {
        peer = party;
        return this;
    }

    Snapshots ringing() {
        remoteRinging = true;
        return this;
    }

    Snapshots waiting(Call... calls) {
        waiting = List.of(calls);
        return this;
    }

    Snapshots joined() {
        participants = List.of(Calls.participant(ALICE, true), Calls.participant(BOB, false));
        return this;
    }

    Snapshots videoMuted() {
        videoMuted = true;
        return this;
    }

    Snapshots mediaLost() {
        mediaLost = true;
        return this;
    }

    Snapshots connection(ConnectionState state) {
        connection = state;
        return this;
    }

    Snapshots ended(EndReason why, boolean local) {
        phase = CallPhase.ENDED;
        reason = why;
        byLocal = local;
        return this;
    }

    CallSnapshot video() {
        Call call = outgoing
                ? Calls.ringing("s", ALICE, peer, CallType.VIDEO)
                : Calls.ringing("s", BOB, peer == BOB ? ALICE : peer, CallType.VIDEO);
        Instant connected = phase == CallPhase.ONGOING ? Calls.START : null;
        return new CallSnapshot(
                phase,
                "s",
                call,
                outgoing,
                CallType.VIDEO,
                peer,
                remoteRinging,
                waiting,
                participants,
                false,
                videoMuted,
                false,
                connected,
                mediaLost,
                connection,
                reason,
                byLocal,
                null);
    }
}

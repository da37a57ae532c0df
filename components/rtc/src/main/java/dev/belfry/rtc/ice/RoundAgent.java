package dev.belfry.rtc.ice;

import java.util.List;
import java.util.function.Consumer;
import org.ice4j.TransportAddress;
import org.ice4j.ice.Agent;
import org.ice4j.ice.CandidatePair;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.NominationStrategy;
import org.ice4j.ice.RemoteCandidate;
import org.jspecify.annotations.Nullable;

/** ice4j's agent with credentials of our own, which tells of every nomination, also when a peer changes its mind. */
final class RoundAgent extends Agent {
    /** Without pacing checks of a few pairs on one path would wait for nothing; RFC 8445 section 14.2 allows 5 ms. */
    private static final long PACE_MILLIS = 5;

    private final IceCredentials local;
    private @Nullable SignedStunStack stack; // set by the super constructor: no initializer
    private volatile Consumer<CandidatePair> onNominated = pair -> {};

    RoundAgent(IceCredentials local) {
        super(null, new Ice4jLogger());
        this.local = local;
        setUseDynamicPorts(false);
        setTrickling(true);
        setTa(PACE_MILLIS);
        setNominationStrategy(NominationStrategy.NONE);
    }

    void onNominated(Consumer<CandidatePair> listener) {
        onNominated = listener;
    }

    @Override
    public String getLocalUfrag() {
        return local.ufrag();
    }

    @Override
    public String getLocalPassword() {
        return local.password();
    }

    @Override
    public synchronized SignedStunStack getStunStack() {
        if (stack == null) {
            stack = new SignedStunStack();
        }
        return stack;
    }

    @Override
    public CandidatePair createCandidatePair(LocalCandidate localCandidate, RemoteCandidate remoteCandidate) {
        return super.createCandidatePair(localCandidate, remoteCandidate);
    }

    /**
     * Finds a candidate of this side by its address, if possible one with that base. ice4j's own way walks the live list
     * while gathering adds to it, fails, and loses the answer to a check.
     */
    @Override
    public @Nullable LocalCandidate findLocalCandidate(TransportAddress address, @Nullable LocalCandidate base) {
        List<LocalCandidate> there = getStreams().stream()
                .flatMap(stream -> stream.getComponents().stream())
                .flatMap(component -> component.getLocalCandidates().stream())
                .filter(candidate -> candidate.getTransportAddress().equals(address))
                .toList();
        return there.stream()
                .filter(candidate -> base == null || candidate.getBase().equals(base))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .orElse(null);
    }

    @Override
    protected void nominationConfirmed(CandidatePair pair) {
        super.nominationConfirmed(pair);
        onNominated.accept(pair);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "RoundAgent[ufrag=" + local.ufrag() + "]";
    }
}

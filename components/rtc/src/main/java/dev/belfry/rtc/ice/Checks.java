package dev.belfry.rtc.ice;

import java.beans.PropertyChangeEvent;
import java.util.ArrayList;
import java.util.List;
import org.ice4j.StunException;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.attribute.MessageIntegrityAttribute;
import org.ice4j.ice.CandidatePair;
import org.ice4j.ice.CandidatePairState;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.CheckList;
import org.ice4j.ice.Component;
import org.ice4j.ice.HostCandidate;
import org.ice4j.ice.IceMediaStream;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.RemoteCandidate;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.stack.TransactionID;
import org.jspecify.annotations.Nullable;

/**
 * The connectivity checks of a round: which pairs there are, and which one is nominated. ice4j sends and answers them,
 * but pairs only what it knew before it began, nominates relayed pairs by way of a thread that sleeps, and gives up for
 * good 5 seconds after its first pairs have failed, however many candidates are still on their way.
 */
final class Checks {
    private static final int MAX_PAIRS = 200;
    private static final long RELAY_PATIENCE_NANOS = 150_000_000;

    private final RoundAgent agent;
    private final IceMediaStream stream;
    private final Component component;
    private final IceEnvironment environment;
    private final List<LocalCandidate> locals = new ArrayList<>();
    private final List<RemoteCandidate> remotes = new ArrayList<>();
    private final List<Valid> valid = new ArrayList<>();
    private @Nullable CandidatePair keeper;
    private boolean nominated;

    private record Valid(CandidatePair pair, long since) {
        boolean isRelayed() {
            return pair.getLocalCandidate() instanceof RelayCandidate
                    || pair.getRemoteCandidate().getType() == CandidateType.RELAYED_CANDIDATE;
        }
    }

    Checks(RoundAgent agent, IceMediaStream stream, Component component, IceEnvironment environment) {
        this.agent = agent;
        this.stream = stream;
        this.component = component;
        this.environment = environment;
        stream.addPairChangeListener(this::pairChanged);
    }

    /** Begins, once. */
    void start(IceCredentials remote) {
        if (keeper != null) {
            return;
        }
        stream.setRemoteUfrag(remote.ufrag());
        stream.setRemotePassword(remote.password());
        CandidatePair pair = keeper();
        keeper = pair;
        agent.startConnectivityEstablishment();
        stream.getCheckList().add(pair);
    }

    /** A pair that is never checked and never fails: as long as it is there, ice4j does not give up. */
    private CandidatePair keeper() {
        TransportAddress nowhere = new TransportAddress("0.0.0.0", 9, Transport.UDP);
        CandidatePair pair = agent.createCandidatePair(
                new HostCandidate(nowhere, component),
                new RemoteCandidate(nowhere, component, CandidateType.HOST_CANDIDATE, "0", 0, null));
        pair.setStateInProgress(TransactionID.createNewTransactionID());
        return pair;
    }

    void addLocal(LocalCandidate candidate) {
        if (candidate.getType() == CandidateType.SERVER_REFLEXIVE_CANDIDATE) {
            return; // checked from its base (RFC 8445 section 6.1.2.4)
        }
        locals.add(candidate);
        if (keeper != null) {
            remotes.forEach(remote -> pair(candidate, remote));
        }
    }

    void addRemotes(List<IceCandidate> candidates) {
        for (IceCandidate candidate : candidates) {
            RemoteCandidate remote = Candidates.remote(candidate, component);
            if (remote != null) {
                remotes.add(remote);
                component.addRemoteCandidate(remote);
                locals.forEach(local -> pair(local, remote));
            }
        }
    }

    private void pair(LocalCandidate local, RemoteCandidate remote) {
        CheckList list = stream.getCheckList();
        if (local.canReach(remote)
                && list.size() < MAX_PAIRS
                && agent.findCandidatePair(local.getTransportAddress(), remote.getTransportAddress()) == null) {
            list.add(agent.createCandidatePair(local, remote));
        }
    }

    private void pairChanged(PropertyChangeEvent event) {
        if (IceMediaStream.PROPERTY_PAIR_VALIDATED.equals(event.getPropertyName())
                && event.getSource() instanceof CandidatePair pair) {
            environment.executor().execute(() -> {
                valid.add(new Valid(pair, environment.scheduler().nanoTime()));
                tick();
            });
        }
    }

    /** Nominates (RFC 8445 section 8.1.1) a direct pair at once, a relayed one if no direct one came meanwhile. */
    void tick() {
        if (nominated || !agent.isControlling()) {
            return;
        }
        for (Valid candidate : valid) {
            if (!candidate.isRelayed() || mayBeRelayed(candidate)) {
                nominated = true;
                agent.nominate(candidate.pair());
                return;
            }
        }
    }

    private boolean mayBeRelayed(Valid candidate) {
        return environment.options().policy() == IceTransportPolicy.RELAY
                || environment.scheduler().nanoTime() - candidate.since() >= RELAY_PATIENCE_NANOS;
    }

    /** Whether every pair there is has failed. */
    boolean allFailed() {
        CheckList list = stream.getCheckList();
        synchronized (list) {
            for (CandidatePair pair : list) {
                if (!pair.equals(keeper) && pair.getState() != CandidatePairState.FAILED) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the bytes of a check that asks for consent on a pair. */
    byte[] consentRequest(CandidatePair pair, byte[] transactionId) throws StunException {
        Request request = MessageFactory.createBindingRequest();
        request.putAttribute(AttributeFactory.createPriorityAttribute(
                pair.getLocalCandidate().computePriorityForType(CandidateType.PEER_REFLEXIVE_CANDIDATE)));
        request.putAttribute(
                agent.isControlling()
                        ? AttributeFactory.createIceControllingAttribute(agent.getTieBreaker())
                        : AttributeFactory.createIceControlledAttribute(agent.getTieBreaker()));
        String user = agent.generateLocalUserName(stream.getName());
        request.putAttribute(AttributeFactory.createUsernameAttribute(user));
        MessageIntegrityAttribute integrity = AttributeFactory.createMessageIntegrityAttribute(user);
        integrity.setMedia(stream.getName());
        request.putAttribute(integrity);
        SignedStunStack.sign(request);
        request.setTransactionID(transactionId);
        return request.encode(agent.getStunStack());
    }
}

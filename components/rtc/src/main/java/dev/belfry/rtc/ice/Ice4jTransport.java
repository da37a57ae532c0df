package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Joins the rounds of ICE into one way to the peer. Its state is owned by the executor; sending takes no lock. */
final class Ice4jTransport implements IceTransport {
    private static final Logger LOG = System.getLogger(Ice4jTransport.class.getName());
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration OLD_PATH_LINGERS = Duration.ofSeconds(1);
    private static final int MAX_EARLY = 100;

    private final IceEnvironment environment;
    private final IceListener listener;
    private final Random random;
    private final long tieBreaker;
    private final SelectedPath selected;
    private final CheckLimit limit;
    private final Rounds rounds = new Rounds();
    private final List<IceCandidate> early = new ArrayList<>();
    private volatile IceCredentials credentials;
    private volatile IceRound round;
    private volatile IceTransportState state = IceTransportState.NEW;
    private Scheduler.@Nullable Cancellable ticking;
    private @Nullable CompletableFuture<@Nullable Void> closing;

    Ice4jTransport(IceEnvironment environment, IceListener listener, Random random) {
        this.environment = environment;
        this.listener = listener;
        this.random = random;
        selected = new SelectedPath(environment, random);
        limit = new CheckLimit(environment.scheduler()::nanoTime);
        tieBreaker = random.nextLong() & Long.MAX_VALUE;
        credentials = NewCredentials.make(random);
        round = newRound(credentials, environment.options().role());
    }

    private IceRound newRound(IceCredentials local, IceRole role) {
        return rounds.add(new IceRound(environment, local, role, tieBreaker, this::received, new RoundEvents()));
    }

    @Override
    public IceCredentials localCredentials() {
        return credentials;
    }

    @Override
    public void gather() {
        execute(() -> round.gather());
    }

    @Override
    public void setRemoteCredentials(IceCredentials remote) {
        execute(() -> {
            if (round.remote() != null) {
                return;
            }
            round.setRemote(remote);
            List<IceCandidate> waiting = List.copyOf(early);
            early.clear();
            waiting.forEach(this::addOrKeep);
            beginChecking();
        });
    }

    @Override
    public void addRemoteCandidate(IceCandidate candidate) {
        execute(() -> addOrKeep(candidate));
    }

    private void addOrKeep(IceCandidate candidate) {
        IceCredentials remote = round.remote();
        if (remote != null && candidate.ufrag().map(remote.ufrag()::equals).orElse(true)) {
            round.addRemote(candidate);
            selected.told(round);
        } else if (early.size() < MAX_EARLY) {
            early.add(candidate);
        }
    }

    @Override
    public void endOfRemoteCandidates() {
        execute(() -> round.endOfRemotes());
    }

    @Override
    public synchronized IceCredentials restart() {
        IceCredentials fresh = NewCredentials.make(random);
        if (state != IceTransportState.CLOSED) {
            credentials = fresh;
            execute(() -> begin(fresh));
        }
        return fresh;
    }

    private void begin(IceCredentials fresh) {
        IceRound before = round;
        round = newRound(fresh, before.role());
        if (before != selected.round()) {
            rounds.retire(before);
        }
    }

    private void beginChecking() {
        limit.begin();
        if (state != IceTransportState.CONNECTED) {
            become(IceTransportState.CHECKING);
        }
        if (ticking == null) {
            tick();
        }
    }

    private void tick() {
        ticking = null;
        if (selected.round() == round || state == IceTransportState.CLOSED) {
            return;
        }
        round.tick();
        if (limit.isOver(round.isHopeless())) {
            if (state != IceTransportState.CONNECTED) {
                become(IceTransportState.FAILED);
            }
            listener.onError(new RtcException(RtcException.Reason.NO_PATH, "no candidate pair answered"));
            return;
        }
        ticking = environment.scheduler().schedule(TICK, () -> execute(this::tick));
    }

    private void use(IceRound from, IcePath next) {
        if (from != round || selected.is(next)) {
            return;
        }
        IceRound old = selected.round();
        selected.use(from, next, new ConsentEvents());
        if (old != null && old != from) {
            environment.scheduler().schedule(OLD_PATH_LINGERS, () -> execute(() -> rounds.retire(old)));
        }
        listener.onSelectedPair(next.shown());
        become(IceTransportState.CONNECTED);
    }

    private void become(IceTransportState next) {
        if (state != next && state != IceTransportState.CLOSED) {
            state = next;
            listener.onState(next);
        }
    }

    private void received(Packet packet) {
        selected.received(packet);
        listener.onPacket(packet);
    }

    @Override
    public boolean send(Packet packet) {
        return selected.send(packet);
    }

    @Override
    public IceStats stats() {
        return selected.stats(state, round.role());
    }

    @Override
    public synchronized CompletableFuture<@Nullable Void> close() {
        if (closing == null) {
            closing = CompletableFuture.runAsync(this::shut, environment.executor())
                    .thenCompose(done -> rounds.closed())
                    .exceptionally(Ice4jTransport::notClosed);
        }
        return closing.copy();
    }

    private void shut() {
        selected.drop();
        become(IceTransportState.CLOSED);
        selected.stopAsking();
        if (ticking != null) {
            ticking.cancel();
        }
        rounds.retireAll();
    }

    private static @Nullable Void notClosed(Throwable error) {
        LOG.log(Level.WARNING, "A round of ICE did not close", error);
        return null;
    }

    private void execute(Runnable task) {
        environment.executor().execute(() -> {
            if (state != IceTransportState.CLOSED) {
                task.run();
            }
        });
    }

    private final class ConsentEvents implements Consent.Listener {
        @Override
        public void onLost() {
            become(IceTransportState.DISCONNECTED);
        }

        @Override
        public void onBack() {
            become(IceTransportState.CONNECTED);
        }

        @Override
        public void onExpired() {
            selected.drop();
            if (ticking != null) {
                return; // the next round may still find a path
            }
            become(IceTransportState.FAILED);
            listener.onError(new RtcException(RtcException.Reason.NO_PATH, "the peer's consent has expired"));
        }
    }

    private final class RoundEvents implements IceRound.Listener {
        @Override
        public void onCandidate(IceRound from, IceCandidate candidate) {
            listener.onCandidate(candidate, from.local().ufrag());
        }

        @Override
        public void onEndOfCandidates(IceRound from) {
            listener.onEndOfCandidates(from.local().ufrag());
        }

        @Override
        public void onPath(IceRound from, IcePath path) {
            use(from, path);
        }

        @Override
        public void onError(RtcException error) {
            listener.onError(error);
        }
    }
}

package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ice4j.ice.CandidatePair;
import org.ice4j.ice.Component;
import org.ice4j.ice.IceMediaStream;
import org.ice4j.ice.KeepAliveStrategy;
import org.ice4j.ice.LocalCandidate;
import org.jspecify.annotations.Nullable;

/**
 * One round of ICE, from credentials to a path: one agent of ice4j with its sockets. Owned by the transport's executor;
 * a restart is another round.
 */
final class IceRound {
    private static final String STREAM = "bundle";

    private final IceEnvironment environment;
    private final IceCredentials local;
    private final IceRole role;
    private final long tieBreaker;
    private final Listener listener;
    private final StunGuard guard;
    private final Inbound inbound;
    private final CompletableFuture<@Nullable Void> opened = new CompletableFuture<>();
    private volatile @Nullable Engine engine;
    private @Nullable IceCredentials remote;
    private final Remotes remotes = new Remotes();
    private boolean begun;
    private boolean gathered;
    private boolean endOfRemotes;
    private volatile boolean closed;

    /** ice4j's side of a round, made in the background. */
    record Engine(RoundAgent agent, IceMediaStream stream, Component component, Gathering gathering, Checks checks) {}

    /** Hears of a round, on the transport's executor. */
    interface Listener {
        void onCandidate(IceRound round, IceCandidate candidate);

        void onEndOfCandidates(IceRound round);

        void onPath(IceRound round, IcePath path);

        void onError(RtcException error);
    }

    IceRound(
            IceEnvironment environment,
            IceCredentials local,
            IceRole role,
            long tieBreaker,
            Consumer<Packet> media,
            Listener listener) {
        this.environment = environment;
        this.local = local;
        this.role = role;
        this.tieBreaker = tieBreaker;
        this.listener = listener;
        guard = new StunGuard(local);
        inbound = new Inbound(environment.packets(), environment.scheduler()::nanoTime, guard, media);
    }

    IceCredentials local() {
        return local;
    }

    @Nullable
    IceCredentials remote() {
        return remote;
    }

    Inbound inbound() {
        return inbound;
    }

    /** Returns ice4j's side; null until it was made. */
    @Nullable
    Engine engine() {
        return engine;
    }

    IceRole role() {
        Engine now = engine;
        if (now == null) {
            return role;
        }
        return now.agent().isControlling() ? IceRole.CONTROLLING : IceRole.CONTROLLED;
    }

    void gather() {
        if (!begun && !closed) {
            begun = true;
            environment.background().execute(this::open);
        }
    }

    private void open() {
        try {
            Engine made = makeEngine();
            engine = made;
            environment.executor().execute(this::startChecks);
            made.gathering().run();
        } finally {
            opened.complete(null);
        }
    }

    private Engine makeEngine() {
        RoundAgent agent = Ice4jSetup.agent(local);
        agent.setControlling(role == IceRole.CONTROLLING);
        agent.setTieBreaker(tieBreaker);
        agent.onNominated(pair -> onExecutor(() -> nominated(pair)));
        IceMediaStream stream = agent.createMediaStream(STREAM);
        Component component;
        try {
            component = agent.createComponent(stream, KeepAliveStrategy.ALL_SUCCEEDED, false);
        } catch (IOException e) {
            throw new IllegalStateException("a component without harvesters opens nothing", e);
        }
        inbound.awaits(agent.getStunStack()::isAwaited);
        Gathering gathering = new Gathering(environment, agent.getStunStack(), component, inbound, new OnExecutor());
        return new Engine(agent, stream, component, gathering, new Checks(agent, stream, component, environment));
    }

    void setRemote(IceCredentials credentials) {
        remote = credentials;
        guard.remote(local, credentials);
        startChecks();
    }

    void addRemote(IceCandidate candidate) {
        remotes.add(candidate);
        Engine now = engine;
        if (now != null && remote != null) {
            now.checks().addRemotes(remotes.takeNew());
        }
    }

    /** Returns a path of this round with what the peer has told of it by now. */
    IcePath told(IcePath path) {
        return path.told(remotes);
    }

    void endOfRemotes() {
        endOfRemotes = true;
    }

    private void startChecks() {
        Engine now = engine;
        IceCredentials peer = remote;
        if (now != null && peer != null && !closed) {
            now.checks().start(peer);
            now.checks().addRemotes(remotes.takeNew());
        }
    }

    /** Looks after nomination; to be called every few milliseconds while there is no path. */
    void tick() {
        Engine now = engine;
        if (now != null && remote != null && !closed) {
            now.checks().tick();
        }
    }

    /** Whether no candidate is left from which a path could come. */
    boolean isHopeless() {
        Engine now = engine;
        return gathered
                && endOfRemotes
                && now != null
                && remote != null
                && now.checks().allFailed();
    }

    private void nominated(CandidatePair pair) {
        IcePath path = IcePath.of(pair);
        if (path != null) {
            listener.onPath(this, path.told(remotes));
        }
    }

    private void found(LocalCandidate candidate, @Nullable InetSocketAddress related) {
        Engine now = engine;
        if (now != null) {
            now.checks().addLocal(candidate);
        }
        listener.onCandidate(this, Candidates.local(candidate, related, local.ufrag()));
    }

    private void onExecutor(Runnable task) {
        environment.executor().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    /** Closes everything; completes when that is done. */
    CompletableFuture<Void> close() {
        closed = true;
        if (!begun) {
            return CompletableFuture.completedFuture(null);
        }
        Engine now = engine;
        CompletableFuture<Void> released = now == null
                ? CompletableFuture.completedFuture(null)
                : now.gathering().release();
        return CompletableFuture.allOf(released, opened).thenRunAsync(this::free, environment.background());
    }

    private void free() {
        Engine now = engine;
        if (now != null) {
            now.agent().free(); // first, for then ice4j expects its sockets to close
            now.gathering().close();
            // ice4j's timers hold the agent for seconds more; they shall not hold the call
            now.agent().onNominated(pair -> {});
        }
        inbound.close();
    }

    private final class OnExecutor implements Gathering.Listener {
        @Override
        public void found(LocalCandidate candidate, @Nullable InetSocketAddress related) {
            onExecutor(() -> IceRound.this.found(candidate, related));
        }

        @Override
        public void finished() {
            onExecutor(() -> {
                gathered = true;
                listener.onEndOfCandidates(IceRound.this);
            });
        }

        @Override
        public void failed(RtcException error) {
            onExecutor(() -> listener.onError(error));
        }
    }
}

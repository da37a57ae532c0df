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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ice4j.StunException;
import org.jspecify.annotations.Nullable;

/** Joins the rounds of ICE into one way to the peer. Its state is owned by the executor; sending takes no lock. */
final class Ice4jTransport implements IceTransport {
    private static final Logger LOG = System.getLogger(Ice4jTransport.class.getName());
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(30);
    private static final Duration HOPELESS_LIMIT = Duration.ofSeconds(5);
    private static final Duration OLD_PATH_LINGERS = Duration.ofSeconds(1);
    private static final int MAX_EARLY = 100;

    private final IceEnvironment environment;
    private final IceListener listener;
    private final Random random;
    private final long tieBreaker;
    private final AtomicLong packetsSent = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong packetsReceived = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final List<IceCandidate> early = new ArrayList<>();
    private final List<IceRound> open = new ArrayList<>();
    private final List<CompletableFuture<Void>> closings = new ArrayList<>();
    private volatile IceCredentials credentials;
    private volatile IceRound round;
    private volatile IceTransportState state = IceTransportState.NEW;
    private volatile @Nullable IcePath path;
    private volatile @Nullable IcePath shown;
    private volatile @Nullable Consent consent;
    private final AtomicInteger pathChanges = new AtomicInteger();
    private @Nullable IceRound pathRound;
    private Scheduler.@Nullable Cancellable ticking;
    private long checkingSince;
    private long hopelessSince;
    private @Nullable CompletableFuture<@Nullable Void> closing;

    Ice4jTransport(IceEnvironment environment, IceListener listener, Random random) {
        this.environment = environment;
        this.listener = listener;
        this.random = random;
        tieBreaker = random.nextLong() & Long.MAX_VALUE;
        credentials = NewCredentials.make(random);
        round = newRound(credentials, environment.options().role());
        open.add(round);
    }

    private IceRound newRound(IceCredentials local, IceRole role) {
        RoundEvents events = new RoundEvents();
        IceRound made = new IceRound(environment, local, role, tieBreaker, this::received, events);
        events.round = made;
        return made;
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
        open.add(round);
        if (before != pathRound) {
            retire(before);
        }
    }

    private void beginChecking() {
        checkingSince = environment.scheduler().nanoTime();
        hopelessSince = 0;
        if (state != IceTransportState.CONNECTED) {
            become(IceTransportState.CHECKING);
        }
        if (ticking == null) {
            tick();
        }
    }

    private void tick() {
        ticking = null;
        if (pathRound == round || state == IceTransportState.CLOSED) {
            return;
        }
        round.tick();
        if (isOver()) {
            RtcException error = new RtcException(RtcException.Reason.NO_PATH, "no candidate pair answered");
            if (state != IceTransportState.CONNECTED) {
                become(IceTransportState.FAILED);
            }
            listener.onError(error);
            return;
        }
        ticking = environment.scheduler().schedule(TICK, () -> execute(this::tick));
    }

    private boolean isOver() {
        long now = environment.scheduler().nanoTime();
        if (!round.isHopeless()) {
            hopelessSince = 0;
        } else if (hopelessSince == 0) {
            hopelessSince = now;
        }
        return now - checkingSince >= CHECK_LIMIT.toNanos()
                || (hopelessSince != 0 && now - hopelessSince >= HOPELESS_LIMIT.toNanos());
    }

    private void use(IceRound from, IcePath next) {
        IcePath before = path;
        if (from != round || (before != null && before.isSame(next))) {
            return;
        }
        IceRound oldRound = pathRound;
        Consent oldConsent = consent;
        if (oldConsent != null) {
            oldConsent.stop();
        }
        path = next;
        shown = next;
        pathRound = from;
        pathChanges.incrementAndGet();
        watch(from, next);
        if (oldRound != null && oldRound != from) {
            environment.scheduler().schedule(OLD_PATH_LINGERS, () -> execute(() -> retire(oldRound)));
        }
        listener.onSelectedPair(next.shown());
        become(IceTransportState.CONNECTED);
    }

    private void watch(IceRound from, IcePath watched) {
        Consent fresh = new Consent(environment, random, id -> ask(from, watched, id), new ConsentEvents());
        consent = fresh;
        from.inbound().answersTo(fresh::answered);
        fresh.start();
    }

    private void ask(IceRound from, IcePath watched, byte[] transactionId) {
        IceRound.Engine engine = from.engine();
        if (engine == null) {
            return;
        }
        Packet packet = from.inbound().take();
        try {
            byte[] request = engine.checks().consentRequest(watched.checked(), transactionId);
            if (packet.set(request, 0, request.length)) {
                watched.send(packet);
            }
        } catch (StunException e) {
            LOG.log(Level.ERROR, "A consent check cannot be written", e);
        } finally {
            packet.release();
        }
    }

    private void retire(IceRound old) {
        open.remove(old);
        closings.removeIf(CompletableFuture::isDone);
        closings.add(old.close());
    }

    private void become(IceTransportState next) {
        if (state != next && state != IceTransportState.CLOSED) {
            state = next;
            listener.onState(next);
        }
    }

    private void received(Packet packet) {
        packetsReceived.incrementAndGet();
        bytesReceived.addAndGet(packet.length());
        listener.onPacket(packet);
    }

    @Override
    public boolean send(Packet packet) {
        IcePath now = path;
        int length = packet.length();
        if (now == null || !now.send(packet)) {
            return false;
        }
        packetsSent.incrementAndGet();
        bytesSent.addAndGet(length);
        return true;
    }

    @Override
    public IceStats stats() {
        IcePath now = shown;
        Consent watching = consent;
        return new IceStats(
                state,
                round.role(),
                now == null ? null : now.shown(),
                watching == null ? null : watching.roundTrip(),
                pathChanges.get(),
                packetsSent.get(),
                bytesSent.get(),
                packetsReceived.get(),
                bytesReceived.get());
    }

    @Override
    public synchronized CompletableFuture<@Nullable Void> close() {
        if (closing == null) {
            closing = CompletableFuture.runAsync(this::shut, environment.executor())
                    .thenCompose(done -> CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new)))
                    .handle(Ice4jTransport::closed);
        }
        return closing.copy();
    }

    private void shut() {
        path = null;
        become(IceTransportState.CLOSED);
        Consent watching = consent;
        if (watching != null) {
            watching.stop();
        }
        if (ticking != null) {
            ticking.cancel();
        }
        List.copyOf(open).forEach(this::retire);
    }

    private static @Nullable Void closed(@Nullable Void nothing, @Nullable Throwable error) {
        if (error != null) {
            LOG.log(Level.WARNING, "A round of ICE did not close", error);
        }
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
            path = null;
            if (ticking != null) {
                return; // the next round may still find a path
            }
            become(IceTransportState.FAILED);
            listener.onError(new RtcException(RtcException.Reason.NO_PATH, "the peer's consent has expired"));
        }
    }

    private final class RoundEvents implements IceRound.Listener {
        private @Nullable IceRound round;

        @Override
        public void onCandidate(IceCandidate candidate) {
            listener.onCandidate(candidate, ufrag());
        }

        @Override
        public void onEndOfCandidates() {
            listener.onEndOfCandidates(ufrag());
        }

        @Override
        public void onPath(IcePath path) {
            if (round != null) {
                use(round, path);
            }
        }

        @Override
        public void onError(RtcException error) {
            listener.onError(error);
        }

        private String ufrag() {
            return round == null ? "" : round.local().ufrag();
        }
    }
}

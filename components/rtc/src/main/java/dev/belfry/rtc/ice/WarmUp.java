package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Connects two transports on the loopback interface and closes them: whatever loads and compiles on the way is warm. */
final class WarmUp {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final PacketPool packets = new PacketPool();
    private final CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();
    private final IceTransport one;
    private final IceTransport other;
    private final Scheduler scheduler;

    WarmUp(IceTransportFactory factory, Scheduler scheduler, Executor background) {
        this.scheduler = scheduler;
        Executor serial = new Serial(background);
        one = create(factory, IceRole.CONTROLLING, serial);
        other = create(factory, IceRole.CONTROLLED, serial);
    }

    private IceTransport create(IceTransportFactory factory, IceRole role, Executor serial) {
        IceOptions options = IceOptions.of(role).withNetwork(IceNetwork.LOOPBACK);
        return factory.create(options, packets, serial, new IceListener() {
            @Override
            public void onPacket(Packet packet) {
                packet.release();
            }

            @Override
            public void onCandidate(IceCandidate candidate, String ufrag) {
                (role == IceRole.CONTROLLING ? other : one).addRemoteCandidate(candidate);
            }

            @Override
            public void onSelectedPair(IceCandidatePair pair) {
                connected.complete(null);
            }
        });
    }

    /** Runs; completes when both are closed again, also if they could not connect. */
    CompletableFuture<@Nullable Void> run() {
        one.setRemoteCredentials(other.localCredentials());
        other.setRemoteCredentials(one.localCredentials());
        one.gather();
        other.gather();
        Scheduler.Cancellable limit = scheduler.schedule(LIMIT, () -> connected.complete(null));
        return connected
                .thenCompose(done -> CompletableFuture.allOf(one.close(), other.close()))
                .thenRun(() -> {
                    limit.cancel();
                    packets.close();
                });
    }

    /** Runs tasks one after the other on another executor. */
    private static final class Serial implements Executor {
        private final Executor executor;
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private boolean running;

        Serial(Executor executor) {
            this.executor = executor;
        }

        @Override
        public synchronized void execute(Runnable task) {
            tasks.add(task);
            if (!running) {
                running = true;
                executor.execute(this::runAll);
            }
        }

        private void runAll() {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        }

        private synchronized @Nullable Runnable next() {
            Runnable task = tasks.poll();
            running = task != null;
            return task;
        }
    }
}

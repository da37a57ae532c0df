package dev.belfry.signaling.client;

import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the hub at intervals for what was missed, which also renews the device's lease on its calls, and tells from the
 * answers how the line stands. Confined to one executor.
 *
 * @since 0.1
 */
public final class Heartbeat {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SILENCES_OF_A_LOST_LINE = 2;

    private final Scheduler scheduler;
    private final Executor executor;
    private final Supplier<CompletableFuture<@Nullable Void>> beat;
    private final Consumer<ConnectionState> states;
    private Scheduler.Cancellable timer = () -> {};
    private ConnectionState state = ConnectionState.CONNECTING;
    private boolean asking;
    private int silences;
    private int armed;

    /**
     * Creates a heartbeat that stands still.
     *
     * @param beat asks once; completes when the hub answered, or never
     * @param states where changes go
     */
    public Heartbeat(
            Scheduler scheduler,
            Executor executor,
            Supplier<CompletableFuture<@Nullable Void>> beat,
            Consumer<ConnectionState> states) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.beat = beat;
        this.states = states;
    }

    /** Begins, right after the hub answered a greeting. */
    public void start() {
        alive();
    }

    /** Asks at once: something is missing. */
    public void hurry() {
        if (state == ConnectionState.CONNECTED && !asking) {
            ask();
        }
    }

    /** Stops for good. */
    public void stop() {
        timer.cancel();
        change(ConnectionState.CLOSED);
    }

    private void ask() {
        asking = true;
        arm(PATIENCE, this::silence);
        var unused = beat.get().thenRun(() -> {
            if (state != ConnectionState.CLOSED) {
                alive();
            }
        });
    }

    private void alive() {
        asking = false;
        silences = 0;
        change(ConnectionState.CONNECTED);
        arm(INTERVAL, this::ask);
    }

    private void silence() {
        if (++silences >= SILENCES_OF_A_LOST_LINE) {
            change(ConnectionState.RECONNECTING);
        }
        ask();
    }

    private void arm(Duration delay, Runnable task) {
        timer.cancel();
        int current = ++armed;
        timer = scheduler.schedule(
                delay,
                () -> executor.execute(() -> {
                    if (state != ConnectionState.CLOSED && current == armed) {
                        task.run();
                    }
                }));
    }

    private void change(ConnectionState next) {
        if (state != next) {
            state = next;
            states.accept(next);
        }
    }
}

package dev.belfry.hub.service;

import dev.belfry.call.CallStatus;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Hub}. Not thread-safe.
 *
 * @since 0.1
 */
public final class HubBuilder {
    final Scheduler scheduler;
    final Executor executor;
    final Directory directory;
    HubStore store = new InMemoryHubStore();
    CallTokens tokens = JwtCallTokens.withRandomSecret();
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    Consumer<NewEvents> arrivals = events -> {};
    Consumer<CallStatus> ends = status -> {};
    Duration timeToJoin = Duration.ofSeconds(20);
    Duration lease = Duration.ofSeconds(30);
    Duration tokenLife = Duration.ofMinutes(2);
    Duration idleTimeout = Duration.ofSeconds(180);
    Duration keep = Duration.ofDays(1);

    @Nullable
    String node;

    @Nullable
    Duration sweep;

    /**
     * Creates a builder.
     *
     * @param scheduler the hub's clock
     * @param executor what runs when a clock strikes
     * @param directory who can be called
     */
    public HubBuilder(Scheduler scheduler, Executor executor, Directory directory) {
        this.scheduler = Objects.requireNonNull(scheduler);
        this.executor = Objects.requireNonNull(executor);
        this.directory = Objects.requireNonNull(directory);
    }

    /** Sets where calls, events and devices are kept; by default in memory. */
    public HubBuilder store(HubStore hubStore) {
        store = hubStore;
        return this;
    }

    /** Sets who signs call tokens; by default a random secret that is lost with the hub. */
    public HubBuilder tokens(CallTokens callTokens) {
        tokens = callTokens;
        return this;
    }

    /** Sets where the ids of messages and participations come from. */
    public HubBuilder ids(Supplier<String> supplier) {
        ids = supplier;
        return this;
    }

    /**
     * Sets who is told of each user's new events; called on the thread that made them, once they are stored. Two threads
     * may call it in another order than that of their events' numbers.
     */
    public HubBuilder onEvents(Consumer<NewEvents> listener) {
        arrivals = listener;
        return this;
    }

    /**
     * Sets who is told the status of each call that this hub ended by itself, since nobody answered or somebody was lost;
     * called on a thread of its executor.
     */
    public HubBuilder onEnds(Consumer<CallStatus> listener) {
        ends = listener;
        return this;
    }

    /** Sets how long one has to join the session after a call was accepted; 20 s by default. */
    public HubBuilder timeToJoin(Duration time) {
        timeToJoin = time;
        return this;
    }

    /** Sets how long a device may be silent before it counts as lost; 30 s by default. */
    public HubBuilder lease(Duration time) {
        lease = time;
        return this;
    }

    /** Sets how long a call token is good for; 2 minutes by default. */
    public HubBuilder tokenLife(Duration life) {
        tokenLife = life;
        return this;
    }

    /**
     * Sets how long one may be alone in a session before the call ends with
     * {@link dev.belfry.call.EndReason#IDLE_TIMEOUT}; 180 s by default.
     */
    public HubBuilder idleTimeout(Duration time) {
        idleTimeout = time;
        return this;
    }

    /**
     * Names this hub among those that share its store, which no two of them that live at the same time have in common;
     * by default none, and then no device can be attached.
     */
    public HubBuilder node(String name) {
        node = name;
        return this;
    }

    /**
     * Has the hub look at this pace for what is due in its store, whoever put it there, and forget old events; for a
     * store that others share or that outlives the hub. By default it does so only when it knows something to be due.
     */
    public HubBuilder sweep(Duration pace) {
        sweep = pace;
        return this;
    }

    /** Sets how long events are kept at most, for devices that were away; a day by default. */
    public HubBuilder keep(Duration time) {
        keep = time;
        return this;
    }

    /** Builds the hub and starts its clock. */
    public Hub build() {
        return new Hub(new HubParts(this));
    }
}

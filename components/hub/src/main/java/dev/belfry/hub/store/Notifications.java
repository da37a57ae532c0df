package dev.belfry.hub.store;

import dev.belfry.hub.service.NewEvents;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the nodes of a hub of each other's events. A node says which users it wrote events of; the others hear of it
 * through PostgreSQL, all users of the same few milliseconds at once. Nothing depends on it: when its connection was
 * lost, and every few seconds, each node compares the numbers of the latest events of the users attached to it.
 *
 * <p>On a database that no other process uses, it does nothing and has no threads. Thread-safe; the listener is called
 * on a thread of this object, and should be quick.
 *
 * @since 0.1
 */
public final class Notifications implements AutoCloseable {
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(3);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final @Nullable ScheduledExecutorService executor;
    private final @Nullable NotificationSender sender;
    private final @Nullable HeadWatch heads;
    private final @Nullable NotificationListener listener;

    private Notifications(
            @Nullable ScheduledExecutorService executor,
            @Nullable NotificationSender sender,
            @Nullable HeadWatch heads,
            @Nullable NotificationListener listener) {
        this.executor = executor;
        this.sender = sender;
        this.heads = heads;
        this.listener = listener;
    }

    /**
     * Begins to listen.
     *
     * @param store the store all nodes share; to be closed after this
     * @param node this node's name, unlike that of the others
     * @param attached the users whose devices are attached to this node
     * @param onEvents told the uid of each user who may have new events from another node
     */
    public static Notifications start(
            JdbcHubStore store,
            String node,
            Supplier<? extends Collection<String>> attached,
            Consumer<String> onEvents) {
        return start(store, node, attached, onEvents, COMPARE_EVERY);
    }

    static Notifications start(
            JdbcHubStore store,
            String node,
            Supplier<? extends Collection<String>> attached,
            Consumer<String> onEvents,
            Duration compareEvery) {
        if (!store.isShared()) {
            return new Notifications(null, null, null, null);
        }
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "notify"));
        HeadWatch heads = new HeadWatch(store::heads, attached, onEvents);
        NotificationSender sender = new NotificationSender(store.database(), executor, node);
        NotificationListener listener = new NotificationListener(
                store.opened().connections(), new Payload(node), onEvents, () -> executor.execute(heads::compare));
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                heads::compare, compareEvery.toNanos(), compareEvery.toNanos(), TimeUnit.NANOSECONDS);
        daemon(listener, "listen").start();
        return new Notifications(executor, sender, heads, listener);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "belfry-hub-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Tells the other nodes of events that this one has stored and handed on, soon, on another thread. */
    public void tell(NewEvents events) {
        if (sender != null && heads != null) {
            heads.handedOn(events);
            sender.tell(events.uid());
        }
    }

    /** Stops listening, and waits up to five seconds for what is under way. */
    @Override
    public void close() {
        if (executor == null || listener == null) {
            return;
        }
        listener.close();
        executor.shutdownNow();
        try {
            listener.awaitEnd(CLOSE_LIMIT);
            executor.awaitTermination(CLOSE_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

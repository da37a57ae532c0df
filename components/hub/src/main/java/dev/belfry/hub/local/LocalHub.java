package dev.belfry.hub.local;

import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Hub;
import dev.belfry.hub.service.HubBuilder;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.InMemoryDirectory;
import dev.belfry.hub.service.NewEvents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hub in this JVM, for applications whose users sit in one process, for demonstrations and for tests. Thread-safe.
 * Everything in it, the hub and every client, runs on one serial executor: by default a daemon thread of its own.
 *
 * <pre>{@code
 * LocalHub hub = LocalHub.builder().user("alice", "Alice").user("bob", "Bob").build();
 * SignalingClient alice = hub.connect("alice", "laptop");
 * }</pre>
 *
 * @since 0.1
 */
public final class LocalHub implements AutoCloseable {
    private final Hub hub;
    private final InMemoryDirectory directory;
    private final Scheduler scheduler;
    private final Executor executor;
    private final Link link;
    private final Runnable onClose;
    private final AtomicLong starts = new AtomicLong();
    private final Map<String, List<LocalSignaling>> clients = new ConcurrentHashMap<>();

    private LocalHub(Builder from) {
        if (from.scheduler != null && from.executor != null) {
            scheduler = from.scheduler;
            executor = from.executor;
            onClose = () -> {};
        } else {
            SystemScheduler own = new SystemScheduler("belfry-local-hub");
            scheduler = own;
            executor = own;
            onClose = own::close;
        }
        link = from.link;
        directory = from.directory;
        HubBuilder builder = new HubBuilder(scheduler, executor, directory).onEvents(this::push);
        if (from.ids != null) {
            builder.ids(from.ids);
        }
        if (from.store != null) {
            builder.store(from.store);
        }
        hub = builder.build();
    }

    /** Returns a builder of a hub without users. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the line of one device, to be given to a controller, which connects it. A device that had a line here
     * before starts anew: the old line hears no more.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    public SignalingClient connect(String uid, String deviceId) {
        User user =
                directory.user(uid).orElseThrow(() -> new IllegalArgumentException("there is no user \"" + uid + "\""));
        Device device = new Device(uid, deviceId);
        LocalSignaling client = new LocalSignaling(
                user, device, starts.incrementAndGet(), this::forget, hub, link, scheduler, executor);
        List<LocalSignaling> lines = clients.computeIfAbsent(uid, any -> new CopyOnWriteArrayList<>());
        lines.removeIf(line -> line.deviceId().equals(deviceId));
        lines.add(client);
        return client;
    }

    /** Closes every line; ends the hub's thread if it is its own. */
    @Override
    public void close() {
        clients.values().forEach(lines -> lines.forEach(SignalingClient::close));
        hub.close();
        onClose.run();
    }

    private void push(NewEvents events) {
        clients.getOrDefault(events.uid(), List.of())
                .forEach(client -> client.port().push());
    }

    private void forget(LocalSignaling client) {
        clients.getOrDefault(client.localUser().uid(), List.of()).remove(client);
    }

    /** Builds a {@link LocalHub}. Not thread-safe. */
    public static final class Builder {
        private final InMemoryDirectory directory = new InMemoryDirectory();
        private Link link = Link.DIRECT;
        private @Nullable Scheduler scheduler;
        private @Nullable Executor executor;
        private @Nullable Supplier<String> ids;
        private @Nullable HubStore store;

        private Builder() {}

        /** Adds a user with a name and no more. */
        public Builder user(String uid, String name) {
            return user(User.of(uid, name));
        }

        /** Adds a user. */
        public Builder user(User user) {
            directory.add(user);
            return this;
        }

        /** Adds a group with a name and its members. */
        public Builder group(String guid, String name, String... uids) {
            return group(new Group(guid, name, null, uids.length), List.of(uids));
        }

        /** Adds a group with its members. */
        public Builder group(Group group, List<String> uids) {
            directory.add(group, uids);
            return this;
        }

        /**
         * Sets the clock, and the serial executor that everything runs on. The hub does not close them.
         *
         * @param serial runs its tasks one at a time, in order, never on the calling thread before returning
         */
        public Builder clock(Scheduler clock, Executor serial) {
            scheduler = clock;
            executor = serial;
            return this;
        }

        /** Sets what carries messages; by default each is handed over at once. */
        public Builder link(Link carrier) {
            link = carrier;
            return this;
        }

        /** Sets where the ids of messages and participations come from; by default random. */
        public Builder ids(Supplier<String> supplier) {
            ids = supplier;
            return this;
        }

        /** Sets where calls, events and devices are kept; by default in memory. */
        public Builder store(HubStore hubStore) {
            store = hubStore;
            return this;
        }

        public LocalHub build() {
            return new LocalHub(this);
        }
    }
}

package dev.belfry.hub.server;

import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.GuestPasses;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.NewEvents;
import dev.belfry.hub.service.Secrets;
import dev.belfry.hub.store.JdbcHubStore;
import dev.belfry.hub.store.Notifications;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything in one database, which several nodes may share. */
record JdbcStorage(JdbcHubStore store) implements Storage {
    @Override
    public HubStore calls() {
        return store;
    }

    @Override
    public Accounts accounts() {
        return store.directory();
    }

    @Override
    public Secrets secrets() {
        return store.secrets();
    }

    @Override
    public GuestPasses passes() {
        return store.guestPasses();
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public Neighbours join(String node, Supplier<? extends Collection<String>> attached, Consumer<String> onEvents) {
        Notifications notifications = Notifications.start(store, node, attached, onEvents);
        return new Neighbours() {
            @Override
            public void tell(NewEvents events) {
                notifications.tell(events);
            }

            @Override
            public void close() {
                notifications.close();
            }
        };
    }

    @Override
    public void close() {
        store.close();
    }
}

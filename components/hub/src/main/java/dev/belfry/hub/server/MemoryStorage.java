package dev.belfry.hub.server;

import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.GuestPasses;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.InMemoryDirectory;
import dev.belfry.hub.service.InMemoryGuestPasses;
import dev.belfry.hub.service.InMemoryHubStore;
import dev.belfry.hub.service.InMemorySecrets;
import dev.belfry.hub.service.Secrets;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything in this JVM, lost with the hub. */
record MemoryStorage(HubStore calls, Accounts accounts, Secrets secrets, GuestPasses passes) implements Storage {
    MemoryStorage() {
        this(new InMemoryHubStore(), new InMemoryDirectory(), new InMemorySecrets(), new InMemoryGuestPasses());
    }

    @Override
    public boolean isKept() {
        return false;
    }

    @Override
    public Neighbours join(String node, Supplier<? extends Collection<String>> attached, Consumer<String> onEvents) {
        return Neighbours.NONE;
    }

    @Override
    public void close() {}
}

package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.GuestPasses;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.NewEvents;
import dev.belfry.hub.service.Secrets;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where a hub keeps everything, opened. */
interface Storage {
    HubStore calls();

    Accounts accounts();

    Secrets secrets();

    GuestPasses passes();

    /** Whether it outlives the hub, so that there may be things due in it that another hub put there. */
    boolean isKept();

    /**
     * Begins to hear of events that other nodes write.
     *
     * @param attached the users whose devices this node holds
     * @param onEvents told who may have new events
     */
    Neighbours join(String node, Supplier<? extends Collection<String>> attached, Consumer<String> onEvents);

    void close();

    /** Opens it. */
    @FunctionalInterface
    interface Opening {
        Storage open() throws CallException;
    }

    /** The other nodes of a hub. */
    interface Neighbours {
        /** Nobody else uses the storage. */
        Neighbours NONE = new Neighbours() {
            @Override
            public void tell(NewEvents events) {}

            @Override
            public void close() {}
        };

        /** Tells them of events that this node has stored. */
        void tell(NewEvents events);

        void close();
    }
}

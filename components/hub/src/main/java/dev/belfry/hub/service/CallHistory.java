package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.Scheduler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a user, as that user sees them. */
final class CallHistory {
    private final HubStore store;
    private final People people;
    private final CallViews views;
    private final Scheduler clock;

    CallHistory(HubStore store, People people, CallViews views, Scheduler clock) {
        this.store = store;
        this.people = people;
        this.views = views;
        this.clock = clock;
    }

    CallLogPage page(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException {
        record Read(LogPage page, Set<Device> connected) {}
        Read read = store.read(in -> {
            LogPage page = in.log(uid, filter, cursor);
            return new Read(page, in.connected(People.uids(page.records()), clock.now()));
        });
        LogPage page = read.page();
        Cast cast = people.cast(page.records(), read.connected());
        return new CallLogPage(
                page.records().stream()
                        .map(record -> views.view(record, cast, uid))
                        .toList(),
                page.next(),
                page.previous());
    }
}

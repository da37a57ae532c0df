package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out what changes the store; then, and only then, sets the alarm and tells whose events are new. */
final class Changes {
    private final HubStore store;
    private final Scheduler clock;
    private final Deadlines deadlines;
    private final Alarm alarm;
    private final Consumer<NewEvents> arrivals;

    Changes(HubStore store, Scheduler clock, Deadlines deadlines, Alarm alarm, Consumer<NewEvents> arrivals) {
        this.store = store;
        this.clock = clock;
        this.deadlines = deadlines;
        this.alarm = alarm;
        this.arrivals = arrivals;
    }

    /** What is done in one transaction; run anew if it met another. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Change change) throws CallException;
    }

    <T extends @Nullable Object> T make(Work<T> work) throws CallException {
        AtomicInteger attempts = new AtomicInteger();
        Done<T> done = store.transact(in -> {
            boolean first = attempts.getAndIncrement() == 0;
            Change change = new Change(in, clock.now(), first, deadlines);
            return new Done<>(change, work.run(change));
        });
        Instant due = done.change().due();
        if (due != null) {
            alarm.set(due);
        }
        tell(done.change().in().appended());
        return done.value();
    }

    private void tell(List<EventEntry> appended) {
        Map<String, List<EventEntry>> byUser = new LinkedHashMap<>();
        appended.forEach(
                entry -> byUser.computeIfAbsent(entry.draft().audience().uid(), uid -> new ArrayList<>())
                        .add(entry));
        byUser.forEach((uid, entries) -> arrivals.accept(new NewEvents(uid, entries)));
    }

    private record Done<T extends @Nullable Object>(Change change, T value) {}
}

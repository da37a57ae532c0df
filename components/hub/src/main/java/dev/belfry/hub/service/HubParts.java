package dev.belfry.hub.service;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link Hub}, put together. */
final class HubParts {
    final Scheduler clock;
    final Supplier<String> ids;
    final HubStore store;
    final CallTokens tokens;
    final Duration tokenLife;
    final People people;
    final CallViews views;
    final Announcer announcer;
    final Deliveries deliveries;
    final Changes changes;
    final CallBook book;
    final CallHistory history;
    final Dialing dialing;
    final Lines lines;
    final @Nullable Node node;
    final Alarm alarm;

    HubParts(HubBuilder from) {
        clock = from.scheduler;
        ids = from.ids;
        store = from.store;
        tokens = from.tokens;
        tokenLife = from.tokenLife;
        alarm = new Alarm(clock, from.executor);
        people = new People(from.directory, store, clock);
        views = new CallViews(clock);
        announcer = new Announcer(views, ids);
        deliveries = new Deliveries(store, clock);
        Deadlines deadlines = new Deadlines(from.timeToJoin, from.idleTimeout);
        changes = new Changes(store, clock, deadlines, alarm, from.arrivals);
        book = new CallBook(store, changes, people, announcer, deadlines, clock);
        history = new CallHistory(store, people, views, clock);
        dialing = new Dialing(store, changes, book, people, announcer);
        lines = new Lines(store, changes, book, people, announcer, clock, from.lease);
        node = from.node == null ? null : new Node(from.node, store, lines, clock, from.lease);
        new Clockwork(this, alarm, from).start();
    }
}

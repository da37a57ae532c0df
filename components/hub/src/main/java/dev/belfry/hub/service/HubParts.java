package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The parts of a {@link Hub}, put together. */
final class HubParts {
    final Scheduler clock;
    final Supplier<String> ids;
    final CallStore store;
    final EventOutbox outbox;
    final CallTokens tokens;
    final Duration tokenLife;
    final DeviceRegistry devices;
    final People people;
    final CallViews views;
    final Announcer announcer;
    final Deliveries deliveries;
    final CallBook book;
    final Dialing dialing;
    private final Directory directory;

    HubParts(HubBuilder from) {
        clock = from.scheduler;
        ids = from.ids;
        store = from.store;
        outbox = from.outbox;
        tokens = from.tokens;
        tokenLife = from.tokenLife;
        directory = from.directory;
        devices = new DeviceRegistry(from.lease);
        people = new People(directory, devices, clock);
        views = new CallViews(people, clock);
        announcer = new Announcer(outbox, views, clock, ids, from.arrivals);
        deliveries = new Deliveries(outbox, store, clock);
        Executor executor = from.executor;
        CallTimers timers = new CallTimers(
                clock, devices, from.timeToJoin, (session, command) -> executor.execute(() -> order(session, command)));
        book = new CallBook(store, clock, announcer, timers);
        dialing = new Dialing(store, book, people, announcer, timers, clock);
    }

    void requireUser(Device device) throws CallException {
        if (directory.user(device.uid()).isEmpty()) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED, "uid", null);
        }
    }

    private void order(String sessionId, CallCommand.FromHub command) {
        book.order(sessionId, command);
    }
}

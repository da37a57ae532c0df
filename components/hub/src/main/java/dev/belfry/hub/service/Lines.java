package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The connections of devices: who came, who signed off, who is lost. */
final class Lines {
    private final HubStore store;
    private final Changes changes;
    private final CallBook book;
    private final People people;
    private final Announcer announcer;
    private final Scheduler clock;
    private final Duration lease;

    Lines(
            HubStore store,
            Changes changes,
            CallBook book,
            People people,
            Announcer announcer,
            Scheduler clock,
            Duration lease) {
        this.store = store;
        this.changes = changes;
        this.book = book;
        this.people = people;
        this.announcer = announcer;
        this.clock = clock;
        this.lease = lease;
    }

    /** A device came that is heard of from time to time; returns the number of its user's latest event then. */
    long connect(Device device, long start) throws CallException {
        return greet(device, start, line -> line.leased(clock.now().plus(lease)));
    }

    /** A device came whose connection this node holds; returns the same. */
    long attach(Device device, long start, String node) throws CallException {
        return greet(device, start, line -> line.attachedTo(node));
    }

    private long greet(Device device, long start, UnaryOperator<DeviceLine> reach) throws CallException {
        people.require(device);
        return withCalls(device, (change, open, cast) -> greet(change, open, cast, device, start, reach));
    }

    private long greet(
            Change change, List<CallRecord> open, Cast cast, Device device, long start, UnaryOperator<DeviceLine> reach)
            throws CallException {
        DeviceLine line = change.in().device(device).orElse(null);
        if (line != null && line.start() > start) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED, "start", null);
        }
        if (line != null && line.start() == start) {
            if (line.open()) {
                change.put(reach.apply(line));
            }
            return line.since();
        }
        long head = change.in().head(device.uid());
        change.put(reach.apply(new DeviceLine(device, start, head, true, null, null)));
        if (line != null && line.open()) {
            open.forEach(record -> book.order(change, record, CallCommand.Gone.lost(device), cast));
        }
        ringOn(change, device, open, cast);
        return head;
    }

    /** A device that nobody holds the connection of was heard of: its lease begins anew. */
    void hear(Device device) throws CallException {
        Optional<DeviceLine> known = store.read(in -> in.device(device));
        if (known.filter(Lines::isHeard).isEmpty()) {
            return;
        }
        changes.make(change -> {
            change.in().lock(List.of(device.uid()));
            change.in()
                    .device(device)
                    .filter(Lines::isHeard)
                    .ifPresent(line -> change.put(line.leased(change.now().plus(lease))));
            return device;
        });
    }

    private static boolean isHeard(DeviceLine line) {
        return line.open() && line.node() == null;
    }

    /** The connection of a device to a node went: its lease begins. */
    void detach(Device device, long start, String node) throws CallException {
        changes.make(change -> {
            change.in().lock(List.of(device.uid()));
            change.in()
                    .device(device)
                    .filter(line -> line.start() == start && node.equals(line.node()))
                    .ifPresent(line -> change.put(line.leased(change.now().plus(lease))));
            return device;
        });
    }

    /** A device signs off: it has hung up. */
    void close(Device device, long start) throws CallException {
        withCalls(device, (change, open, cast) -> {
            DeviceLine line = change.in().device(device).orElse(null);
            if (line != null && line.start() == start && line.open()) {
                change.put(line.signedOff());
                open.forEach(
                        record -> book.order(change, record, new CallCommand.Gone(device, EndReason.HANG_UP), cast));
            }
            return device;
        });
    }

    private void ringOn(Change change, Device device, List<CallRecord> open, Cast cast) {
        for (CallRecord record : open) {
            boolean rings = record.party(device.uid()).filter(Party::isRinging).isPresent();
            if (rings && change.now().isBefore(record.ringsUntil())) {
                announcer.incoming(change, record, cast, List.of(Audience.one(device)));
            }
        }
    }

    /** What is done with the open calls of a device's user, everybody in them at hand. */
    @FunctionalInterface
    private interface Work<T> {
        T run(Change change, List<CallRecord> open, Cast cast) throws CallException;
    }

    /** Does it under the user's lock; if a call came meanwhile whose people are not at hand, they are fetched first. */
    private <T> T withCalls(Device device, Work<T> work) throws CallException {
        Optional<T> done = Optional.empty();
        while (done.isEmpty()) {
            Cast cast = cast(device.uid());
            done = changes.make(change -> {
                change.in().lock(List.of(device.uid()));
                List<CallRecord> open = change.in().open(device.uid());
                return cast.covers(open) ? Optional.of(work.run(change, open, cast)) : Optional.empty();
            });
        }
        return done.get();
    }

    /** Everybody in the open calls of a user. */
    private Cast cast(String uid) throws CallException {
        record Read(List<CallRecord> open, Set<Device> connected) {}
        Read read = store.read(in -> {
            List<CallRecord> open = in.open(uid);
            return new Read(open, open.isEmpty() ? Set.of() : in.connected(People.uids(open), clock.now()));
        });
        return people.cast(read.open(), read.connected());
    }
}

package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the hub does by itself: ends what is due, misses devices that stay away, keeps its node alive. It strikes for the
 * next due time of the store; where others share the store, also at a steady pace, for what they left behind.
 */
final class Clockwork {
    private static final Logger LOGGER = System.getLogger(Clockwork.class.getName());
    private static final int BATCH = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration PRUNING = Duration.ofHours(1);

    private final HubStore store;
    private final Changes changes;
    private final DueCalls calls;
    private final Scheduler clock;
    private final Alarm alarm;
    private final @Nullable Node node;
    private final @Nullable Duration sweep;
    private final Duration keep;
    private Instant pruneAt;
    private boolean waits;

    Clockwork(HubParts parts, Alarm alarm, HubBuilder from) {
        store = parts.store;
        changes = parts.changes;
        clock = parts.clock;
        calls = new DueCalls(store, changes, parts.book, parts.people, clock, from.ends);
        node = parts.node;
        this.alarm = alarm;
        sweep = from.sweep;
        keep = from.keep;
        pruneAt = clock.now();
    }

    void start() {
        alarm.start(this::strike);
    }

    private void strike() {
        Instant next = clock.now().plus(RETRY);
        try {
            next = turn();
            waits = false;
        } catch (CallException unavailable) {
            if (!waits) {
                waits = true;
                LOGGER.log(Logger.Level.WARNING, "The hub's clock waits for its store", unavailable);
            }
        } catch (RuntimeException failure) {
            LOGGER.log(Logger.Level.ERROR, "The hub's clock failed", failure);
        } finally {
            if (next != null) {
                alarm.set(next);
            }
        }
    }

    /** Does all that is due; returns when to strike again, null for not before something new is due. */
    private @Nullable Instant turn() throws CallException {
        Instant beat = node == null ? null : node.beatIfDue();
        boolean more = true;
        while (more) {
            more = missDevices();
        }
        more = true;
        while (more) {
            more = calls.settle();
        }
        Optional<Instant> due = store.read(in -> Optional.ofNullable(in.nextDue()));
        Instant now = clock.now();
        Instant next = due.map(at -> at.isAfter(now) ? at : now.plus(PAUSE)).orElse(null);
        if (sweep == null) {
            return earlier(next, beat);
        }
        prune(now);
        return earlier(earlier(next, beat), now.plus(sweep));
    }

    /** Has the calls looked at that a batch of devices was in, whose lease is over; returns whether there may be more. */
    private boolean missDevices() throws CallException {
        return changes.make(change -> {
            List<DeviceLine> lapsed = change.in().takeLapsed(change.now(), BATCH);
            for (DeviceLine line : lapsed) {
                change.in().open(line.device().uid()).stream()
                        .filter(record -> record.seat(line.device()).isPresent())
                        .forEach(change::wake);
            }
            return lapsed.size() == BATCH;
        });
    }

    private void prune(Instant now) throws CallException {
        if (!now.isBefore(pruneAt)) {
            store.transact(in -> {
                in.prune(now.minus(keep));
                return now;
            });
            pruneAt = now.plus(PRUNING);
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}

package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.NewEvents;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds users of this node who have events that nobody told it of. For one thread, but for {@link #handedOn}. */
final class HeadWatch {
    private static final Logger LOG = System.getLogger(HeadWatch.class.getName());

    private final Heads heads;
    private final Supplier<? extends Collection<String>> attached;
    private final Consumer<String> onEvents;
    private final Map<String, Long> handedOn = new ConcurrentHashMap<>();
    private Map<String, Long> known = new HashMap<>();

    /** Where the numbers of latest events are. */
    @FunctionalInterface
    interface Heads {
        Map<String, Long> of(Collection<String> uids) throws CallException;
    }

    HeadWatch(Heads heads, Supplier<? extends Collection<String>> attached, Consumer<String> onEvents) {
        this.heads = heads;
        this.attached = attached;
        this.onEvents = onEvents;
    }

    /** Notes events that this node knows of, with all before them. Any thread. */
    void handedOn(NewEvents events) {
        handedOn.merge(events.uid(), events.last(), Math::max);
    }

    /**
     * Tells of every attached user whose latest number is another than the last time, or who was not there then; but for
     * numbers that this node has itself given.
     */
    void compare() {
        try {
            Set<String> uids = Set.copyOf(attached.get());
            Map<String, Long> now = uids.isEmpty() ? Map.of() : heads.of(uids);
            Map<String, Long> before = known;
            known = now;
            handedOn.keySet().retainAll(uids);
            now.forEach((uid, head) -> {
                if (!head.equals(before.get(uid)) && !head.equals(handedOn.get(uid))) {
                    onEvents.accept(uid);
                }
            });
        } catch (CallException unavailable) {
            LOG.log(Level.DEBUG, "Not compared; the next time will do", unavailable);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "The listener to other nodes' events failed", failed);
        }
    }
}

package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds users of this node who have events that nobody told it of. For one thread. */
final class HeadWatch {
    private static final Logger LOG = System.getLogger(HeadWatch.class.getName());

    private final Heads heads;
    private final Supplier<? extends Collection<String>> attached;
    private final Consumer<String> onEvents;
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

    /** Tells of every attached user whose latest number is another than the last time, or who was not there then. */
    void compare() {
        try {
            Set<String> uids = Set.copyOf(attached.get());
            Map<String, Long> now = uids.isEmpty() ? Map.of() : heads.of(uids);
            Map<String, Long> before = known;
            known = now;
            now.forEach((uid, head) -> {
                if (!head.equals(before.get(uid))) {
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

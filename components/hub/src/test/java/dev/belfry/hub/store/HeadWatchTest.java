package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.service.EventEntry;
import dev.belfry.hub.service.NewEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadWatchTest {
    private final Map<String, Long> heads = new HashMap<>();
    private final Set<String> attached = new HashSet<>(Set.of("alice"));
    private final List<String> told = new ArrayList<>();
    private boolean unavailable;
    private final HeadWatch watch = new HeadWatch(this::heads, () -> attached, told::add);

    private Map<String, Long> heads(Collection<String> uids) throws CallException {
        if (unavailable) {
            throw new CallException(ErrorCode.ERR_UNAVAILABLE);
        }
        Map<String, Long> found = new HashMap<>(heads);
        found.keySet().retainAll(uids);
        return found;
    }

    @Test
    void aUserIsToldOfWhenTheNumberMoved() {
        heads.put("alice", 3L);
        watch.compare();
        watch.compare();
        heads.put("alice", 4L);
        watch.compare();
        assertThat(told).containsExactly("alice", "alice");
    }

    @Test
    void whatThisNodeHasStoredItselfIsNotToldOfAndWhatComesAfterItIs() {
        heads.put("alice", 3L);
        watch.handedOn(events("alice", 3));
        watch.compare();
        assertThat(told).isEmpty();
        heads.put("alice", 4L);
        watch.compare();
        assertThat(told).containsExactly("alice");
    }

    private static NewEvents events(String uid, long last) {
        return new NewEvents(uid, List.of(new EventEntry(last, Records.draft(uid, "x"))));
    }

    @Test
    void onlyAttachedUsersAreToldOfAndThoseWhoComeAtOnce() {
        heads.putAll(Map.of("alice", 1L, "bob", 1L));
        watch.compare();
        attached.add("bob");
        watch.compare();
        attached.remove("alice");
        heads.put("alice", 2L);
        watch.compare();
        assertThat(told).containsExactly("alice", "bob");
    }

    @Test
    void whatMovedWhileTheDatabaseWasAwayIsToldOfAfter() {
        heads.put("alice", 1L);
        watch.compare();
        unavailable = true;
        heads.put("alice", 2L);
        watch.compare();
        unavailable = false;
        watch.compare();
        assertThat(told).containsExactly("alice", "alice");
    }
}

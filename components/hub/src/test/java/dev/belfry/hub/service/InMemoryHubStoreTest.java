package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryHubStoreTest extends HubStoreContract {
    private final HubStore store = new InMemoryHubStore();

    @Override
    public HubStore store() {
        return store;
    }

    @Test
    void workThatReadsDoesNotWrite() {
        assertThatThrownBy(() -> store.read(in -> {
                    in.lock(List.of("alice"));
                    return "done";
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workDoesNotCallTheStoreAnew() {
        assertThatThrownBy(() -> store.transact(in -> store.transact(again -> "done")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLatestThousandEventsOfAUserAreKept() throws CallException {
        change(in -> {
            for (int i = 0; i < 1_001; i++) {
                in.append(StoreSamples.draft("alice", i));
            }
        });
        List<EventEntry> kept = store.read(in -> in.events("alice", 0));
        assertThat(kept).hasSize(1_000);
        assertThat(kept.get(0).seq()).isEqualTo(2);
    }
}

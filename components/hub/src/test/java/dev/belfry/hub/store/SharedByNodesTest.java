package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.ReceiverType;
import dev.belfry.hub.service.GuestPass;
import dev.belfry.hub.service.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets and guests' links. */
@ParameterizedClass
@EnumSource(Backend.class)
class SharedByNodesTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    private static final GuestPass PASS =
            new GuestPass("abc", "A guest", "bob", ReceiverType.USER, Records.NOON.plusSeconds(60));

    @TempDir
    Path directory;

    private final Backend backend;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private JdbcHubStore store;

    SharedByNodesTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws Exception {
        store = backend.fresh(directory, POSTGRES.server()).open();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
    }

    @Test
    void aSecretStaysAsItWasMadeFirst() throws Exception {
        List<Future<byte[]>> asking = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            asking.add(threads.submit(() -> store.secrets().secret("calls")));
        }
        byte[] secret = store.secrets().secret("calls");
        for (Future<byte[]> each : asking) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(secret);
        }
        assertThat(secret).hasSize(Secrets.LENGTH);
        assertThat(store.secrets().secret("users")).isNotEqualTo(secret);
    }

    @Test
    void aPassIsTakenOnce() throws Exception {
        store.guestPasses().add(PASS);
        List<Future<Optional<GuestPass>>> taking = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taking.add(threads.submit(() -> store.guestPasses().take("abc", Records.NOON)));
        }
        List<GuestPass> taken = new ArrayList<>();
        for (Future<Optional<GuestPass>> each : taking) {
            each.get(60, TimeUnit.SECONDS).ifPresent(taken::add);
        }
        assertThat(taken).containsExactly(PASS);
    }

    @Test
    void aPassThatExpiredIsNotGivenOut() throws Exception {
        store.guestPasses().add(PASS);
        assertThat(store.guestPasses().take("abd", Records.NOON)).isEmpty();
        assertThat(store.guestPasses().take("abc", PASS.expiresAt())).isEmpty();
        assertThat(store.guestPasses().take("abc", Records.NOON)).isEmpty();
    }
}

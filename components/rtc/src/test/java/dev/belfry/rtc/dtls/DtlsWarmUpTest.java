package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DtlsWarmUpTest {
    @Test
    void it_shakes_hands_with_itself_and_leaves_no_thread() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        DtlsWarmUp.run(new SecureRandom(), Instant.now(), task -> {
            Thread thread = new Thread(task);
            threads.add(thread);
            return thread;
        });
        assertThat(threads).hasSize(3);
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }
}

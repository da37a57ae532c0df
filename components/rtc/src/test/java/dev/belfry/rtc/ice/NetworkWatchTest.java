package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.FakeScheduler;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {
    private final FakeScheduler scheduler = new FakeScheduler();
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void each_change_of_addresses_is_told_once_until_closed() throws Exception {
        InetAddress home = InetAddress.getByName("192.0.2.1");
        InetAddress mobile = InetAddress.getByName("198.51.100.1");
        AtomicReference<Set<InetAddress>> addresses = new AtomicReference<>(Set.of(home));
        try (NetworkWatch watch = new NetworkWatch(scheduler, scheduler, addresses::get, changes::incrementAndGet)) {
            assertThat(watch).isNotNull();
            scheduler.advance(Duration.ofSeconds(10));
            assertThat(changes).hasValue(0);

            addresses.set(Set.of(mobile));
            scheduler.advance(Duration.ofSeconds(10));
            assertThat(changes).hasValue(1);

            addresses.set(Set.of(home, mobile));
            scheduler.advance(Duration.ofSeconds(2));
            assertThat(changes).hasValue(2);
        }
        addresses.set(Set.of());
        scheduler.advance(Duration.ofSeconds(10));
        assertThat(changes).hasValue(2);
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void a_system_that_does_not_answer_changes_nothing() {
        AtomicInteger calls = new AtomicInteger();
        try (NetworkWatch watch = new NetworkWatch(
                scheduler,
                scheduler,
                () -> {
                    if (calls.getAndIncrement() > 0) {
                        throw new SocketException("no such luck");
                    }
                    return Set.of();
                },
                changes::incrementAndGet)) {
            assertThat(watch).isNotNull();
            scheduler.advance(Duration.ofSeconds(10));
            assertThat(calls).hasValueGreaterThan(2);
            assertThat(changes).hasValue(0);
        }
    }
}

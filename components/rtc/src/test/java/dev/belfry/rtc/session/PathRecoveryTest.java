package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.ice.IceTransportState;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PathRecoveryTest {
    private final FakeScheduler time = new FakeScheduler();
    private int restarts;
    private final PathRecovery impolite = new PathRecovery(new VirtualLoop(time), false, () -> restarts++);

    @Test
    void the_impolite_side_restarts_after_four_seconds() {
        impolite.onState(IceTransportState.DISCONNECTED);
        time.advance(Duration.ofMillis(3900));
        assertThat(restarts).isZero();
        time.advance(Duration.ofMillis(200));
        assertThat(restarts).isEqualTo(1);
    }

    @Test
    void the_polite_side_restarts_if_the_other_has_not() {
        PathRecovery polite = new PathRecovery(new VirtualLoop(time), true, () -> restarts++);
        polite.onState(IceTransportState.DISCONNECTED);
        time.advance(Duration.ofMillis(7900));
        assertThat(restarts).isZero();
        time.advance(Duration.ofMillis(200));
        assertThat(restarts).isEqualTo(1);
    }

    @Test
    void a_path_that_comes_back_in_time_is_kept() {
        for (int i = 0; i < 10; i++) {
            impolite.onState(IceTransportState.DISCONNECTED);
            time.advance(Duration.ofSeconds(3));
            impolite.onState(IceTransportState.CONNECTED);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(restarts).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void it_restarts_every_ten_seconds_at_most() {
        impolite.onState(IceTransportState.DISCONNECTED);
        time.advance(Duration.ofSeconds(13));
        assertThat(restarts).isEqualTo(1);
        time.advance(Duration.ofSeconds(2));
        assertThat(restarts).isEqualTo(2);
        impolite.onState(IceTransportState.CONNECTED);
        impolite.onState(IceTransportState.DISCONNECTED);
        time.advance(Duration.ofSeconds(8));
        assertThat(restarts).isEqualTo(2);
        time.advance(Duration.ofSeconds(2));
        assertThat(restarts).isEqualTo(3);
    }

    @Test
    void the_owners_restart_counts() {
        impolite.onState(IceTransportState.DISCONNECTED);
        impolite.onRestart();
        time.advance(Duration.ofMillis(9900));
        assertThat(restarts).isZero();
        time.advance(Duration.ofMillis(200));
        assertThat(restarts).isEqualTo(1);
    }

    @Test
    void a_search_that_is_on_or_has_failed_is_left_alone() {
        impolite.onState(IceTransportState.DISCONNECTED);
        impolite.onState(IceTransportState.CHECKING);
        time.advance(Duration.ofSeconds(30));
        impolite.onState(IceTransportState.FAILED);
        time.advance(Duration.ofSeconds(30));
        assertThat(restarts).isZero();
    }

    @Test
    void nothing_happens_after_the_end() {
        impolite.onState(IceTransportState.DISCONNECTED);
        impolite.close();
        assertThat(time.pending()).isZero();
    }
}

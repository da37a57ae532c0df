package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.ConnectionState;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final FakeScheduler time = new FakeScheduler();
    private final List<ConnectionState> states = new ArrayList<>();
    private boolean hubAnswers = true;
    private int beats;
    private final Heartbeat heartbeat = new Heartbeat(
            time,
            time,
            () -> {
                beats++;
                return hubAnswers ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
            },
            states::add);

    @Test
    void anAnsweringHubIsAskedEveryFiveSeconds() {
        heartbeat.start();
        time.advance(Duration.ofSeconds(26));

        assertThat(beats).isEqualTo(5);
        assertThat(states).containsExactly(ConnectionState.CONNECTED);
    }

    @Test
    void aSilentHubIsAskedUntilItAnswers() {
        heartbeat.start();
        hubAnswers = false;
        time.advance(Duration.ofSeconds(8));
        assertThat(states).containsExactly(ConnectionState.CONNECTED);
        time.advance(Duration.ofSeconds(2));
        assertThat(states).containsExactly(ConnectionState.CONNECTED, ConnectionState.RECONNECTING);

        hubAnswers = true;
        time.advance(Duration.ofSeconds(2));
        assertThat(states)
                .containsExactly(ConnectionState.CONNECTED, ConnectionState.RECONNECTING, ConnectionState.CONNECTED);
    }

    @Test
    void aGapIsAskedForAtOnce() {
        heartbeat.start();
        heartbeat.hurry();
        assertThat(beats).isEqualTo(1);
    }

    @Test
    void aStoppedHeartbeatAsksNothing() {
        heartbeat.start();
        heartbeat.stop();
        heartbeat.hurry();
        time.advance(Duration.ofMinutes(1));

        assertThat(beats).isZero();
        assertThat(states).containsExactly(ConnectionState.CONNECTED, ConnectionState.CLOSED);
        assertThat(time.pending()).isZero();
    }
}

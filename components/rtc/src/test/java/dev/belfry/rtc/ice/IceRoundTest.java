package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a round of ICE leaves behind: ice4j's timers hold its agent for seconds after it was freed. */
class IceRoundTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SystemScheduler scheduler = new SystemScheduler("round-test");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Object> heldByIce4j = new ArrayList<>();

    /** As large as the call that hears of a round. */
    private static final class Call implements IceRound.Listener, Consumer<Packet> {
        @Override
        public void onCandidate(IceRound round, IceCandidate candidate) {}

        @Override
        public void onEndOfCandidates(IceRound round) {}

        @Override
        public void onPath(IceRound round, IcePath path) {}

        @Override
        public void onError(RtcException error) {}

        @Override
        public void accept(Packet packet) {
            packet.release();
        }
    }

    @AfterEach
    void end() {
        threads.shutdown();
        scheduler.close();
    }

    @Test
    void whoever_holds_the_agent_of_a_closed_round_does_not_hold_the_call() throws Exception {
        WeakReference<Call> call = openAndClose();

        await().atMost(LIMIT).untilAsserted(() -> {
            System.gc();
            assertThat(call.get()).isNull();
        });
        assertThat(heldByIce4j).hasSizeGreaterThan(1);
    }

    private WeakReference<Call> openAndClose() throws Exception {
        Call call = new Call();
        IceOptions options = IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK);
        IceEnvironment environment =
                new IceEnvironment(options, scheduler, Runnable::run, threads, new PacketPool(), IceRoundTest::noTls);
        IceRound round =
                new IceRound(environment, NewCredentials.make(new SecureRandom()), IceRole.CONTROLLING, 1, call, call);
        round.gather();
        IceRound.Engine engine = await().atMost(LIMIT).until(round::engine, Objects::nonNull);
        await().atMost(LIMIT)
                .until(() -> !engine.component().getLocalCandidates().isEmpty());
        heldByIce4j.add(engine.agent());
        heldByIce4j.addAll(engine.component().getLocalCandidates());
        round.close().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return new WeakReference<>(call);
    }

    private static SSLSocketFactory noTls() {
        throw new AssertionError("no server is asked");
    }
}

package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.dtls.DtlsIdentity;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.packet.PacketPool;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a factory takes from outside. */
@Timeout(120)
class PeerConnectionsTest {
    private final SystemScheduler system = new SystemScheduler("given");
    private final AtomicInteger timers = new AtomicInteger();
    private final AtomicInteger randoms = new AtomicInteger();
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1500);
    private final DtlsIdentity identity = DtlsIdentity.generate(new SecureRandom(), Instant.now());
    private final List<String> descriptions = new CopyOnWriteArrayList<>();
    private final PeerConnections connections = PeerConnections.builder(PeerConnectionsTest::newThread, packets, frames)
            .scheduler(new CountingScheduler())
            .random(new CountingRandom())
            .identity(identity)
            .build();

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "rtc-test");
        thread.setDaemon(true);
        return thread;
    }

    private static PeerConnectionOptions options(boolean polite) {
        return PeerConnectionOptions.of(polite)
                .withIce(IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK));
    }

    @AfterEach
    void end() {
        connections.close();
        system.close();
    }

    @Test
    void calls_keep_to_the_certificate_the_clock_and_the_random_numbers_given() throws Exception {
        TestPeer alice = new TestPeer(connections, options(false));
        TestPeer bob = new TestPeer(connections, options(true));
        alice.signalTo(bob);
        bob.signalTo(alice);
        alice.onItsWay = this::note;
        bob.onItsWay = this::note;
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        bob.connection.start();
        alice.connection.start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 10))
                .isTrue();

        assertThat(descriptions)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(description ->
                        description.contains(identity.fingerprint().value()));
        assertThat(timers).hasPositiveValue();
        assertThat(randoms).hasPositiveValue();
        alice.connection.close().get(5, TimeUnit.SECONDS);
        bob.connection.close().get(5, TimeUnit.SECONDS);
        assertThat(packets.outstanding()).isZero();
    }

    @Test
    void a_scheduler_that_was_given_runs_on_after_the_end() throws Exception {
        connections.close();
        CountDownLatch ran = new CountDownLatch(1);
        system.execute(ran::countDown);
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private Description note(Description description) {
        descriptions.add(description.sdp());
        return description;
    }

    private final class CountingScheduler implements Scheduler {
        @Override
        public Instant now() {
            return system.now();
        }

        @Override
        public long nanoTime() {
            return system.nanoTime();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            timers.incrementAndGet();
            return system.schedule(delay, task);
        }
    }

    private final class CountingRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            randoms.incrementAndGet();
            super.nextBytes(bytes);
        }
    }
}

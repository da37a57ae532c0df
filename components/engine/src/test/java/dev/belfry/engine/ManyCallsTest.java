package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.time.Duration;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 40;
    private static final int CALLS = 100;
    private static final long NATIVE_GROWTH = 128L << 20;
    private static final long NATIVE_OBJECTS = 500;

    private final LocalTransports network = new LocalTransports();

    @Test
    @Timeout(240)
    void aHundredCallsLeaveNoThreadAndNoNativeMemory() throws Exception {
        int threads = 0;
        long bytes = 0;
        try (LiveMediaEngine alice = engine();
                LiveMediaEngine bob = engine()) {
            for (int i = 1; i <= CALLS; i++) {
                call(alice, bob);
                assertThat(alice.resources()).isEqualTo(Resources.NONE);
                assertThat(bob.resources()).isEqualTo(Resources.NONE);
                if (i == WARM_UP) {
                    threads = Thread.activeCount();
                    bytes = outsideTheHeap();
                }
            }
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
            assertThat(outsideTheHeap()).isLessThan(bytes + NATIVE_GROWTH);
            assertThat(Pointer.totalCount()).isLessThan(NATIVE_OBJECTS);
        }
        assertThat(network.framesOutstanding()).isZero();
        assertThat(network.open()).isZero();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("belfry-")) {
                thread.join(PATIENCE.toMillis());
                assertThat(thread.isAlive()).as("%s", thread).isFalse();
            }
        }
    }

    private static void call(LiveMediaEngine aliceEngine, LiveMediaEngine bobEngine) throws Exception {
        Side alice = new Side("alice", aliceEngine);
        Side bob = new Side("bob", bobEngine);
        Side.connect(alice, bob);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> alice.session.stats().framesDecoded() > 0
                        && bob.session.stats().framesDecoded() > 0
                        && bob.session.stats().audioPacketsReceived() > 0);
        alice.hangUp();
        bob.hangUp();
    }

    /** Roughly: the C library keeps some tens of megabytes of what is freed, now more, now less. */
    private static long outsideTheHeap() {
        System.gc();
        return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
    }

    private LiveMediaEngine engine() {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(320, 180, 30))
                .microphone(new AudioSourceSpec.Tone(300))
                .speaker(new AudioSinkSpec.Discard())
                .build();
    }
}

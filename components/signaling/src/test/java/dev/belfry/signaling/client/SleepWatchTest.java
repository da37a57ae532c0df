package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private final FakeScheduler time = new FakeScheduler();
    private final List<Runnable> held = new ArrayList<>();
    private boolean stopped;
    private final Executor executor = task -> {
        if (stopped) {
            held.add(task);
        } else {
            time.execute(task);
        }
    };
    private int wakes;
    private final SleepWatch watch = new SleepWatch(time, executor, () -> wakes++);

    @AfterEach
    void nothingIsLeftToDo() {
        watch.stop();
        time.runReady();
        assertThat(time.pending()).isZero();
    }

    @Test
    void aMachineThatIsAwakeIsNotTakenToSleep() {
        watch.start();
        time.advance(Duration.ofHours(2));
        assertThat(wakes).isZero();
    }

    @Test
    void aSleepIsNoticedWithinASecond() {
        watch.start();
        time.advance(Duration.ofSeconds(3));
        time.sleep(Duration.ofSeconds(60));
        assertThat(wakes).isZero();
        time.advance(Duration.ofSeconds(1));
        assertThat(wakes).isEqualTo(1);
        time.advance(Duration.ofMinutes(1));
        assertThat(wakes).isEqualTo(1);
    }

    @Test
    void whoLooksBeforeThatIsToldAndNobodyIsToldTwice() {
        watch.start();
        time.sleep(Duration.ofSeconds(60));
        assertThat(watch.look()).isTrue();
        assertThat(watch.look()).isFalse();
        time.advance(Duration.ofSeconds(10));
        assertThat(wakes).isEqualTo(1);
    }

    @Test
    void aLookThatComesMuchTooLateCountsAsWell() {
        watch.start();
        stopped = true;
        time.advance(Duration.ofSeconds(12));
        stopped = false;
        held.forEach(Runnable::run);
        assertThat(wakes).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackOrALittleForwardIsNoSleep() {
        watch.start();
        time.sleep(Duration.ofSeconds(-3_600));
        time.advance(Duration.ofSeconds(5));
        time.sleep(Duration.ofSeconds(9));
        time.advance(Duration.ofSeconds(5));
        assertThat(wakes).isZero();
    }

    @Test
    void nobodyWatchesBeforeTheStartAndAfterTheEnd() {
        time.sleep(Duration.ofSeconds(60));
        assertThat(watch.look()).isFalse();
        watch.start();
        assertThat(watch.look()).isFalse();
        watch.stop();
        time.sleep(Duration.ofSeconds(60));
        assertThat(watch.look()).isFalse();
        assertThat(wakes).isZero();
    }
}

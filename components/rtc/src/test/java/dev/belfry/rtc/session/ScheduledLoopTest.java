package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledLoopTest {
    private final FakeScheduler time = new FakeScheduler();
    private final FakeScheduler thread = new FakeScheduler();
    private final Loop loop = new ScheduledLoop(new VirtualLoop(thread), time);
    private final List<String> ran = new ArrayList<>();

    @Test
    void the_clock_is_the_schedulers() {
        time.advance(Duration.ofSeconds(7));
        assertThat(loop.nanoTime()).isEqualTo(time.nanoTime());
        assertThat(loop.now()).isEqualTo(time.now());
    }

    @Test
    void what_is_due_runs_on_the_loop() {
        loop.schedule(1_000_000_000, () -> ran.add("task"));
        time.advance(Duration.ofMillis(999));
        thread.advance(Duration.ZERO);
        assertThat(ran).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(ran).isEmpty();
        thread.advance(Duration.ZERO);
        assertThat(ran).containsExactly("task");
    }

    @Test
    void what_is_cancelled_does_not_run_though_it_was_due() {
        Scheduler.Cancellable before = loop.schedule(1, () -> ran.add("before"));
        Scheduler.Cancellable due = loop.schedule(1, () -> ran.add("due"));
        before.cancel();
        time.advance(Duration.ofSeconds(1));
        due.cancel();
        thread.advance(Duration.ofSeconds(1));
        assertThat(ran).isEmpty();
    }

    @Test
    void tasks_go_to_the_loop_at_once() {
        loop.execute(() -> ran.add("task"));
        thread.advance(Duration.ZERO);
        assertThat(ran).containsExactly("task");
        loop.close();
    }
}

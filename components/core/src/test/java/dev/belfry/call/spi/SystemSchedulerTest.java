package dev.belfry.call.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemSchedulerTest {
    private final SystemScheduler scheduler = new SystemScheduler("scheduler-under-test");
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @Test
    void tasks_run_in_order_and_a_failed_one_stops_nothing() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        scheduler.execute(() -> ran.add("first"));
        scheduler.execute(() -> {
            throw new IllegalStateException("meant to fail");
        });
        scheduler.schedule(Duration.ofMillis(1), done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("first");
        scheduler.close();
    }

    @Test
    void close_runs_what_is_due_drops_the_rest_and_ends_the_thread() {
        scheduler.schedule(Duration.ofHours(1), () -> ran.add("much later"));
        scheduler.execute(() -> ran.add("due"));
        scheduler.close();
        scheduler.execute(() -> ran.add("too late"));
        scheduler.schedule(Duration.ZERO, () -> ran.add("too late")).cancel();
        scheduler.close();
        assertThat(ran).containsExactly("due");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("scheduler-under-test"));
    }

    @Test
    void close_on_its_own_thread_does_not_wait_for_itself() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        scheduler.execute(() -> {
            scheduler.close();
            closed.countDown();
        });
        assertThat(closed.await(1, TimeUnit.SECONDS)).isTrue();
    }
}

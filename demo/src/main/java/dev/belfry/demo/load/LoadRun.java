package dev.belfry.demo.load;

import dev.belfry.demo.line.BackEnd;
import dev.belfry.demo.line.LightDevice;
import dev.belfry.demo.line.LightNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Signs users in, connects them, and has them call each other. For one thread, which waits. */
final class LoadRun implements AutoCloseable {
    private static final Duration LOGIN = Duration.ofHours(12);
    private static final int AT_ONCE = 16;
    private static final long HANGING_SECONDS = 30;

    private final LoadPlan plan;
    private final LightNetwork network;
    private final BackEnd backEnd;
    private final LoadFigures figures = new LoadFigures();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final Queue<LoadPair> free = new ConcurrentLinkedQueue<>();
    private final List<LoadPair> pairs = new ArrayList<>();
    private List<String> tokens = List.of();

    LoadRun(LoadPlan plan, LightNetwork network, BackEnd backEnd) {
        this.plan = plan;
        this.network = network;
        this.backEnd = backEnd;
    }

    /** Has the hub know every user, and sign them in. */
    void signIn() {
        tokens = inTurn(
                plan.users(),
                user -> backEnd.putUser(uid(user), "User " + user)
                        .thenCompose(made -> backEnd.token(uid(user), LOGIN)));
    }

    /** Connects every user. */
    void connect() {
        Executor afterTalk = work -> {
            var unused = clock.schedule(work, plan.talk().toNanos(), TimeUnit.NANOSECONDS);
        };
        for (int first = 0; first + 1 < plan.users(); first += 2) {
            int place = first;
            pairs.add(new LoadPair(
                    (which, events) -> new LightDevice(
                            network, uid(place + which), "load", tokens.get(place + which), place + which, events),
                    figures,
                    afterTalk,
                    free::add));
        }
        inTurn(pairs.size(), place -> pairs.get(place).connect());
        free.addAll(pairs);
    }

    /** Makes calls at the plan's rate until all of them are over. */
    void call() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        long start = System.nanoTime();
        schedule(start, 0, begun);
        begun.await();
        long deadline = System.nanoTime() + plan.talk().toNanos() + TimeUnit.SECONDS.toNanos(HANGING_SECONDS);
        CountDownLatch quiet = new CountDownLatch(1);
        var watch = clock.scheduleWithFixedDelay(
                () -> {
                    if (free.size() >= pairs.size() || System.nanoTime() > deadline) {
                        quiet.countDown();
                    }
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
        quiet.await();
        watch.cancel(false);
        for (LoadPair pair : pairs) {
            String hanging = pair.current();
            if (hanging != null) {
                pair.giveUp(hanging);
            }
        }
    }

    LoadFigures figures() {
        return figures;
    }

    /** Closes every line; what was lost, doubled or had to be done again is then among the figures. */
    @Override
    public void close() {
        figures.error("reconnect", network.reconnects());
        figures.error("command sent again", network.retries());
        pairs.forEach(LoadPair::close);
        clock.shutdownNow();
    }

    /** Begins the calls that are due, each on time even if those before it were late. */
    private void schedule(long start, long call, CountDownLatch begun) {
        if (call >= plan.calls()) {
            begun.countDown();
            return;
        }
        long due = start + plan.dueNanos(call);
        var unused = clock.schedule(
                () -> {
                    begin(due, call >= plan.callsBefore());
                    schedule(start, call + 1, begun);
                },
                due - System.nanoTime(),
                TimeUnit.NANOSECONDS);
    }

    private void begin(long due, boolean counts) {
        LoadPair pair = free.poll();
        if (pair == null) {
            figures.error("nobody was free to call");
        } else {
            pair.call(due, counts);
        }
    }

    /** Does something for each of many, so many at once; returns the results in order. */
    private static <T extends @Nullable Object> List<T> inTurn(int count, IntFunction<CompletableFuture<T>> task) {
        List<CompletableFuture<T>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = i;
            results.add(
                    i < AT_ONCE ? task.apply(i) : results.get(i - AT_ONCE).thenCompose(before -> task.apply(place)));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    private static String uid(int user) {
        return "load-" + user;
    }
}

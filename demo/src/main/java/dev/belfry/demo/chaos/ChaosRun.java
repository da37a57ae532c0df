package dev.belfry.demo.chaos;

import dev.belfry.demo.line.BackEnd;
import dev.belfry.demo.line.LightNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Signs users in, and has them call each other until the plan's calls are made. For one thread, which waits. */
final class ChaosRun implements AutoCloseable {
    private static final Duration LOGIN = Duration.ofHours(24);
    private static final int PROGRESS_EVERY = 1000;

    private final ChaosPlan plan;
    private final LightNetwork network;
    private final Tally tally;
    private final LongConsumer progress;
    private final List<Party> parties = new ArrayList<>();

    /**
     * Creates a run.
     *
     * @param progress told the number of calls made so far, from time to time, on any thread
     */
    ChaosRun(ChaosPlan plan, LightNetwork network, Tally tally, LongConsumer progress) {
        this.plan = plan;
        this.network = network;
        this.tally = tally;
        this.progress = progress;
    }

    /** Signs the users in and connects them; before anything is killed. */
    void connect(BackEnd backEnd, String prefix) {
        for (int user = 0; user < plan.users(); user++) {
            String uid = prefix + "-" + user;
            backEnd.putUser(uid, "User " + user).join();
            parties.add(new Party(network, uid, backEnd.token(uid, LOGIN).join(), user));
        }
        parties.forEach(party -> party.device().connect().join());
    }

    /** Makes the calls. */
    void call() throws InterruptedException {
        AtomicLong left = new AtomicLong(plan.calls());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i + 1 < parties.size(); i += 2) {
            Duel duel = new Duel(parties.get(i), parties.get(i + 1), new Random(plan.seed() + i), tally);
            threads.add(new Thread(() -> callOn(duel, left), "duel-" + i / 2));
        }
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    /** Gives events that should not come the time to come, and counts those that did. */
    void settle(Duration time) throws InterruptedException {
        var unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        parties.forEach(party -> party.leave(tally));
    }

    @Override
    public void close() {
        parties.forEach(Party::close);
    }

    private void callOn(Duel duel, AtomicLong left) {
        try {
            while (left.getAndDecrement() > 0) {
                duel.call();
                long made = tally.call();
                if (made % PROGRESS_EVERY == 0) {
                    progress.accept(made);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.belfry.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Kills nodes at random, one mostly and sometimes all, and starts them again; until it is closed. */
final class Killer implements AutoCloseable {
    private static final int ALL_AT_ONCE_IN = 8;

    private final List<Node> nodes;
    private final RandomGenerator random;
    private final Duration longestPeace;
    private final Tally tally;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong kills = new AtomicLong();
    private final Thread thread = new Thread(this::run, "killer");

    /**
     * Creates a killer that waits for {@link #start}.
     *
     * @param longestPeace the longest that all nodes are left alone once they are up
     */
    Killer(List<Node> nodes, RandomGenerator random, Duration longestPeace, Tally tally) {
        this.nodes = nodes;
        this.random = random;
        this.longestPeace = longestPeace;
        this.tally = tally;
    }

    void start() {
        thread.start();
    }

    /** Returns how many times a node was killed. */
    long kills() {
        return kills.get();
    }

    /** Lets the nodes that were killed last come up, and ends. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stop.await(random.nextLong(longestPeace.toMillis()) + 1, TimeUnit.MILLISECONDS)) {
                killSome();
            }
        } catch (IOException e) {
            tally.error("a node did not come up again: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killSome() throws IOException, InterruptedException {
        List<Node> victims = new ArrayList<>();
        if (random.nextInt(ALL_AT_ONCE_IN) == 0) {
            victims.addAll(nodes);
        } else {
            victims.add(nodes.get(random.nextInt(nodes.size())));
        }
        for (Node victim : victims) {
            victim.kill();
            kills.incrementAndGet();
        }
        for (Node victim : victims) {
            victim.start();
        }
        for (Node victim : victims) {
            victim.awaitUp();
        }
    }
}

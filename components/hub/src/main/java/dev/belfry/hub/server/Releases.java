package dev.belfry.hub.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be released in the opposite order. Confined to one thread at a time. */
final class Releases implements Runnable {
    private final Deque<Runnable> all = new ArrayDeque<>();

    void add(Runnable release) {
        all.push(release);
    }

    @Override
    public void run() {
        while (!all.isEmpty()) {
            all.pop().run();
        }
    }
}

package dev.belfry.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** The threads of one session or engine: named, counted, joined. Thread-safe. */
final class SessionThreads implements ThreadFactory {
    private final ThreadFactory factory;
    private final String prefix;
    private final Map<Thread, String> started = new ConcurrentHashMap<>();

    SessionThreads(ThreadFactory factory, String prefix) {
        this.factory = factory;
        this.prefix = prefix;
    }

    /** Makes the thread of an executor, which ends it. */
    @Override
    public Thread newThread(Runnable work) {
        return make("session", work);
    }

    /** Starts a thread that ends by itself once its owner is closed. */
    void start(String role, Runnable work) {
        make(role, work).start();
    }

    /** Starts a thread like {@link #start} that is to run before all others, as sound must; some systems ignore that. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on it; sound is only smoother with it.
    void startFirst(String role, Runnable work) {
        Thread thread = make(role, work);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** Makes a thread that is named after its role. */
    Thread make(String role, Runnable work) {
        started.keySet().removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = factory.newThread(work);
        thread.setName(prefix + role);
        started.put(thread, role);
        return thread;
    }

    /** Returns whether the caller runs on one of them. */
    boolean ownCurrent() {
        return started.containsKey(Thread.currentThread());
    }

    /** Returns how many of them run. */
    int alive() {
        return (int) started.keySet().stream().filter(Thread::isAlive).count();
    }

    /** Waits until all have ended. */
    void join() {
        boolean interrupted = false;
        for (Thread thread : started.keySet()) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.belfry.swing.call;

import java.awt.EventQueue;

/** Keeps the panels on the event dispatch thread. */
final class Edt {
    private Edt() {}

    static void require() {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException("to be called on the event dispatch thread, not on "
                    + Thread.currentThread().getName());
        }
    }

    /** Runs a task on the event dispatch thread: now if this is it, else later. */
    static void run(Runnable task) {
        if (EventQueue.isDispatchThread()) {
            task.run();
        } else {
            EventQueue.invokeLater(task);
        }
    }
}

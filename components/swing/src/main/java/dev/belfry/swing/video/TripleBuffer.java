package dev.belfry.swing.video;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Hands the newest of a stream of values from one thread to another without a lock and without a copy. Of three values
 * the writer owns one, the reader another, and the third waits between them.
 */
final class TripleBuffer<T> {
    private static final int INDEX = 3;
    private static final int FRESH = 4;

    private final Object[] values = new Object[3];
    private final AtomicInteger middle = new AtomicInteger(1);
    private int back;
    private int front = 2;

    TripleBuffer(Supplier<T> maker) {
        for (int i = 0; i < values.length; i++) {
            values[i] = maker.get();
        }
    }

    /**
     * Returns the value to fill, to be called once for each; for the writer's thread. Where the reader keeps up it is
     * the one just given back, so that two values go round, their memory still in the processor's cache, and the third
     * stays as it was made.
     */
    T back() {
        int waiting = middle.get();
        if ((waiting & FRESH) == 0) {
            middle.set(back);
            back = waiting;
        }
        return at(back);
    }

    /** Hands the filled value over; one handed over before and not yet taken is lost. For the writer's thread. */
    void publish() {
        back = middle.getAndSet(back | FRESH) & INDEX;
    }

    /** Takes the newest value if there is one, and returns whether; for the reader's thread. */
    boolean take() {
        if ((middle.get() & FRESH) == 0) {
            return false;
        }
        front = middle.getAndSet(front) & INDEX;
        return true;
    }

    /** Returns the value last taken; for the reader's thread. */
    T front() {
        return at(front);
    }

    @SuppressWarnings("unchecked")
    private T at(int index) {
        return (T) values[index];
    }
}

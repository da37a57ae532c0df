package dev.belfry.demo.headless;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** The way of a script to the event dispatch thread, and back with what it got there. */
final class Edt {
    private Edt() {}

    static <T> T get(Supplier<T> task) throws InterruptedException {
        FutureTask<T> future = new FutureTask<>(task::get);
        SwingUtilities.invokeLater(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static void run(Runnable task) throws InterruptedException {
        try {
            SwingUtilities.invokeAndWait(task);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

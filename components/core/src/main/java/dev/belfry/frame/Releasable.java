package dev.belfry.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Something pooled that has holders. It is created, or taken from its pool, with one holder; every {@link #retain()}
 * needs one {@link #release()}, and the last release gives it back. Thread-safe.
 *
 * @since 0.1
 */
public abstract class Releasable {
    private static final VarHandle HOLDERS;

    static {
        try {
            HOLDERS = MethodHandles.lookup().findVarHandle(Releasable.class, "holders", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // read and written through HOLDERS
    private volatile int holders = 1;

    /** Adds a holder. The caller must itself hold this object. */
    public final void retain() {
        if ((int) HOLDERS.getAndAdd(this, 1) <= 0) {
            throw new IllegalStateException("retained after its last release");
        }
    }

    /** Takes a holder away; the last one gives the object back to where it came from. */
    public final void release() {
        int before = (int) HOLDERS.getAndAdd(this, -1);
        if (before == 1) {
            recycle();
        } else if (before < 1) {
            throw new IllegalStateException("released more often than retained");
        }
    }

    /** For pools: makes this object held once again, as it is handed out. */
    protected final void revive() {
        HOLDERS.setVolatile(this, 1);
    }

    /** Gives the object back; called once for each life, on the thread of the last release. */
    protected abstract void recycle();
}

package dev.belfry.swing.video;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How a view wants its pictures, and how many came and went: written by either thread, read by both. */
final class Presentation {
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger unpainted = new AtomicInteger();
    private volatile long box;
    private volatile Fit fit = Fit.CONTAIN;
    private volatile boolean mirrored;
    private volatile boolean desaturated;

    /** Returns the size of the view in device pixels, or 0 while it shows nowhere; see {@link #width}. */
    long box() {
        return box;
    }

    void setBox(int width, int height) {
        box = (long) width << 32 | height;
    }

    static int width(long box) {
        return (int) (box >>> 32);
    }

    static int height(long box) {
        return (int) box;
    }

    Fit fit() {
        return fit;
    }

    void setFit(Fit newFit) {
        fit = newFit;
    }

    boolean mirrored() {
        return mirrored;
    }

    void setMirrored(boolean on) {
        mirrored = on;
    }

    boolean desaturated() {
        return desaturated;
    }

    void setDesaturated(boolean on) {
        desaturated = on;
    }

    long received() {
        return received.get();
    }

    void countReceived() {
        received.incrementAndGet();
    }

    /** Returns how many pictures were made since one was painted last. */
    int unpainted() {
        return unpainted.get();
    }

    void countConverted() {
        unpainted.incrementAndGet();
    }

    void countPainted() {
        unpainted.set(0);
    }
}

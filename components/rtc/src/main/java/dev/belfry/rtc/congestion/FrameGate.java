package dev.belfry.rtc.congestion;

/**
 * Says of each frame of one stream of pictures whether to send it, before it is cut into packets: so that what is left
 * out leaves no gap in the sequence numbers. After a frame was left out, only a key frame passes. Not thread-safe.
 *
 * @since 0.1
 */
public final class FrameGate implements AutoCloseable {
    private final Pacer pacer;
    private final Runnable keyFrameNeeded;
    private boolean missed;
    private long refused;

    FrameGate(Pacer pacer, Runnable keyFrameNeeded) {
        this.pacer = pacer;
        this.keyFrameNeeded = keyFrameNeeded;
    }

    /** Returns whether to send the next frame. Once one was refused, and there is room again, a key frame is asked for. */
    public boolean admits(boolean keyFrame) {
        if (!pacer.hasRoom() || (missed && !keyFrame)) {
            missed = true;
            refused++;
            return false;
        }
        missed = false;
        return true;
    }

    /** Returns how many frames were refused. */
    public long refused() {
        return refused;
    }

    /** Lets the pacer forget this gate. */
    @Override
    public void close() {
        pacer.remove(this);
    }

    void miss() {
        missed = true;
    }

    void reopen() {
        if (missed) {
            keyFrameNeeded.run();
        }
    }
}

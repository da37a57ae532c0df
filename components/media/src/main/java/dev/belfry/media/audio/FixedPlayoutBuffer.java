package dev.belfry.media.audio;

import dev.belfry.frame.EncodedFrame;
import java.util.TreeMap;

/**
 * Holds sound back by a fixed number of packets, which evens out jitter up to that. Keeps its delay: what comes later
 * than its turn is dropped, so that sound stays where it belongs in time. It starts over when nothing but late packets
 * comes, as after a change of the network's delay, and skips a packet when more than needed wait for a whole second, as
 * they do when the sender's clock is the faster one.
 *
 * @since 0.1
 */
public final class FixedPlayoutBuffer implements PlayoutBuffer {
    /** Packets held back, 60 ms. */
    public static final int TARGET = 3;

    private static final int MAX = 50;
    private static final int MAX_CONCEALED = 5;
    private static final int MAX_DRY = 25;
    private static final int MAX_LATE = 25;
    private static final int SLACK = 2;
    private static final int WATCHED = 50;

    private final TreeMap<Long, EncodedFrame> waiting = new TreeMap<>();
    private boolean filling = true;
    private boolean closed;
    private long next = Long.MIN_VALUE;
    private int dry;
    private int late;
    private int watched;
    private int least = Integer.MAX_VALUE;

    @Override
    public synchronized void put(EncodedFrame frame) {
        if (closed || waiting.containsKey(frame.sequence())) {
            return;
        }
        if (frame.sequence() < next) {
            late++;
            if (late < MAX_LATE) {
                return;
            }
            filling = true;
            release();
        }
        late = 0;
        frame.retain();
        waiting.put(frame.sequence(), frame);
        if (waiting.size() > MAX) {
            skipTo(TARGET);
        }
    }

    @Override
    public void next(Output output) {
        EncodedFrame frame = null;
        boolean lost = false;
        synchronized (this) {
            if (isPlaying()) {
                watch();
                frame = waiting.remove(next);
                next++;
                lost = frame == null && isWorthConcealing();
            }
        }
        if (frame != null) {
            output.packet(frame);
            frame.release();
        } else if (lost) {
            output.lost();
        } else {
            output.idle();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    private boolean isPlaying() {
        if (filling && waiting.size() >= TARGET) {
            filling = false;
            dry = 0;
            next = waiting.firstKey();
        }
        return !filling;
    }

    /** Counts packets that are missing in a row; gives up after half a second. */
    private boolean isWorthConcealing() {
        dry++;
        if (dry > MAX_DRY) {
            filling = true;
            next = Long.MIN_VALUE;
        }
        return dry <= MAX_CONCEALED;
    }

    /** Skips a packet if more than needed wait all the time. */
    private void watch() {
        if (waiting.containsKey(next)) {
            dry = 0;
        }
        least = Math.min(least, waiting.size());
        watched++;
        if (watched == WATCHED) {
            if (least > TARGET + SLACK) {
                skipTo(waiting.size() - 1);
            }
            watched = 0;
            least = Integer.MAX_VALUE;
        }
    }

    private void skipTo(int size) {
        while (waiting.size() > size) {
            waiting.pollFirstEntry().getValue().release();
        }
        next = waiting.firstKey();
    }

    private void release() {
        waiting.values().forEach(EncodedFrame::release);
        waiting.clear();
    }
}

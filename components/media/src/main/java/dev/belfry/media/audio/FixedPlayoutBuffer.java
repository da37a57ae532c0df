package dev.belfry.media.audio;

import dev.belfry.frame.EncodedFrame;
import java.util.TreeMap;

/**
 * Holds sound back by a fixed number of packets, which evens out jitter up to that. Fills up again after it ran dry;
 * skips ahead when more than that piles up, as it does when the sender's clock is the faster one.
 *
 * @since 0.1
 */
public final class FixedPlayoutBuffer implements PlayoutBuffer {
    /** Packets held back, 60 ms. */
    public static final int TARGET = 3;

    private static final int MAX = 10;
    private static final int MAX_CONCEALED = 5;

    private final TreeMap<Long, EncodedFrame> waiting = new TreeMap<>();
    private boolean filling = true;
    private boolean closed;
    private long next = Long.MIN_VALUE;
    private int concealed;

    @Override
    public synchronized void put(EncodedFrame frame) {
        if (closed || frame.sequence() < next || waiting.containsKey(frame.sequence())) {
            return;
        }
        frame.retain();
        waiting.put(frame.sequence(), frame);
        if (waiting.size() > MAX) {
            while (waiting.size() > TARGET) {
                waiting.pollFirstEntry().getValue().release();
            }
            next = waiting.firstKey();
        }
    }

    @Override
    public void next(Output output) {
        EncodedFrame frame;
        boolean idle;
        synchronized (this) {
            idle = !ready();
            frame = idle ? null : waiting.remove(next);
            if (!idle) {
                next++;
            }
        }
        if (frame != null) {
            output.packet(frame);
            frame.release();
        } else if (idle) {
            output.idle();
        } else {
            output.lost();
        }
    }

    /** Returns whether a packet is due, be it there or lost. */
    private boolean ready() {
        if (filling) {
            if (waiting.size() < TARGET) {
                return false;
            }
            filling = false;
            next = waiting.firstKey();
        }
        concealed = waiting.containsKey(next) ? 0 : concealed + 1;
        if (concealed > MAX_CONCEALED && !waiting.isEmpty()) {
            next = waiting.firstKey();
            concealed = 0;
        }
        if (waiting.isEmpty()) {
            filling = true;
            concealed = 0;
            return false;
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.values().forEach(EncodedFrame::release);
        waiting.clear();
    }
}

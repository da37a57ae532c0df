package dev.belfry.media.audio;

import dev.belfry.frame.EncodedFrame;
import java.util.TreeMap;

/**
 * Holds sound back by a number of packets, which evens out jitter up to that: {@link #TARGET} at first. Where packets
 * come later than their turn and nothing after them was heard, it goes back to them, and so holds back more from then
 * on, up to {@link #MAX_TARGET}; after ten seconds without need it holds back one packet less, which it skips. What
 * comes later still is dropped, so that sound stays where it belongs in time. It starts over when nothing but late
 * packets comes, as after a change of the network's delay, and skips a packet when more than needed wait for a whole
 * second, as they do when the sender's clock is the faster one.
 *
 * @since 0.1
 */
public final class FixedPlayoutBuffer implements PlayoutBuffer {
    /** Packets held back at least, 60 ms. */
    public static final int TARGET = 3;

    /** Packets held back at most, 200 ms. */
    public static final int MAX_TARGET = 10;

    private static final int MAX = 50;
    private static final int MAX_CONCEALED = 5;
    private static final int MAX_DRY = 25;
    private static final int MAX_LATE = 25;
    private static final int SLACK = 2;
    private static final int WATCHED = 50;
    private static final int CALM_SECONDS = 10;

    private final TreeMap<Long, EncodedFrame> waiting = new TreeMap<>();
    private boolean filling = true;
    private boolean closed;
    private long next = Long.MIN_VALUE;
    private long heard = Long.MIN_VALUE;
    private int target = TARGET;
    private int dry;
    private int late;
    private int watched;
    private int least = Integer.MAX_VALUE;
    private int calmSeconds;

    @Override
    public synchronized void put(EncodedFrame frame) {
        if (closed || waiting.containsKey(frame.sequence())) {
            return;
        }
        if (frame.sequence() < next && !goBack(frame.sequence())) {
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
            skipTo(target);
        }
    }

    @Override
    public void next(Output output) {
        EncodedFrame frame = null;
        EncodedFrame following = null;
        boolean lost = false;
        synchronized (this) {
            if (isPlaying()) {
                watch();
                frame = waiting.remove(next);
                heard = frame == null ? heard : next;
                next++;
                lost = frame == null && isWorthConcealing();
                following = lost ? waiting.get(next) : null;
                if (following != null) {
                    following.retain();
                }
            }
        }
        if (frame != null) {
            output.packet(frame);
            frame.release();
        } else if (lost) {
            output.lost(following);
        } else {
            output.idle();
        }
        if (following != null) {
            following.release();
        }
    }

    /** Returns how many packets are held back now. */
    synchronized int target() {
        return target;
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    /** Makes a packet whose turn is over the next one, if it was not passed for good. Returns whether it is. */
    private boolean goBack(long sequence) {
        long missed = next - sequence;
        if (sequence <= heard || target + missed > MAX_TARGET) {
            return false;
        }
        target += (int) missed;
        next = sequence;
        calmSeconds = 0;
        return true;
    }

    private boolean isPlaying() {
        if (filling && waiting.size() >= target) {
            filling = false;
            dry = 0;
            next = waiting.firstKey();
            heard = Long.MIN_VALUE;
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

    /** Once a second, skips a packet if more than needed wait all the time, or holds back less after a calm time. */
    private void watch() {
        if (waiting.containsKey(next)) {
            dry = 0;
        }
        least = Math.min(least, waiting.size());
        watched++;
        if (watched < WATCHED) {
            return;
        }
        calmSeconds = least >= TARGET ? calmSeconds + 1 : 0;
        if (least > target + SLACK) {
            skipTo(waiting.size() - 1);
        } else if (calmSeconds >= CALM_SECONDS && target > TARGET) {
            calmSeconds = 0;
            target--;
            skipTo(waiting.size() - 1);
        }
        watched = 0;
        least = Integer.MAX_VALUE;
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

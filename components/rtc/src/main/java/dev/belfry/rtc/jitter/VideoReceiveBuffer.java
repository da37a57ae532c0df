package dev.belfry.rtc.jitter;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.FrameAssembler;
import dev.belfry.rtc.rtp.PayloadDescriptor;
import dev.belfry.rtc.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of the packets of one video stream: puts them in order, drops what came twice, asks for what is missing
 * (NACK, RFC 4585 section 6.2.1), and gives up on what does not come and asks for a key frame (PLI, section 6.3.1). What
 * it hands on can be decoded: it begins with a key frame, and each frame follows the one before without a gap, or is a
 * key frame itself. A frame is handed on as soon as it is whole and its turn.
 *
 * <p>Times are nanoseconds of any clock that only rises. After each {@link #insert}, and again {@link #delay} later, its
 * owner calls {@link #poll} until it returns null, then {@link #nacks} and {@link #wantsKeyFrame}. It keeps at most 2,048
 * packets. Not thread-safe; allocates nothing in the long run.
 *
 * @since 0.1
 */
public final class VideoReceiveBuffer implements AutoCloseable {
    private final Depayloader depayloader;
    private final FrameMaker maker;
    private final PacketRing ring = new PacketRing();
    private final Arrivals arrivals = new Arrivals(ring);
    private final Patience patience = new Patience();
    private final NackList nacks = new NackList(ring, patience);
    private final KeyFrameWish wish = new KeyFrameWish(patience);
    private final PictureOrder pictures = new PictureOrder();
    private final PayloadDescriptor descriptor = new PayloadDescriptor();
    private final BufferCounts counts = new BufferCounts();
    private boolean atBoundary;

    /** Creates a buffer whose frames come from this pool. */
    public VideoReceiveBuffer(Depayloader depayloader, EncodedFramePool frames) {
        this.depayloader = depayloader;
        this.maker = new FrameMaker(new FrameAssembler(depayloader, frames), ring, counts);
    }

    /** Sets how long a request and its answer take; to begin with, 100 ms is assumed. */
    public void roundTrip(long nanos) {
        patience.roundTrip(nanos);
    }

    /**
     * Takes a packet and the caller's hold on it; one that was sent again must first be what it was.
     *
     * @param view on that packet
     * @return false if it is of no use, since it came too late or twice; it is released then
     */
    public boolean insert(Packet packet, RtpPacket view, long now) {
        Arrivals.Place place = arrivals.place(view.sequence(), now);
        if (place == Arrivals.Place.LATE) {
            counts.packetsDiscarded++;
            packet.release();
            return false;
        } else if (place == Arrivals.Place.ANEW) {
            startAnew(now);
        }
        boolean readable = view.payloadLength() > 0 && depayloader.describe(view, descriptor);
        if (!ring.put(arrivals.placed(), packet, view, readable ? descriptor : null, now)) {
            counts.packetsDiscarded++;
            packet.release();
            return false;
        }
        return true;
    }

    private void startAnew(long now) {
        atBoundary = false;
        pictures.forget();
        if (counts.frames == 0) {
            wish.begin(now);
        } else {
            wish.need(now);
        }
    }

    /**
     * Returns the next frame, held once by the caller; null if there is none yet. Its time is the stream's timestamp
     * without wraps, its number counts the frames handed on, its time of capture is left zero.
     */
    public @Nullable EncodedFrame poll(long now) {
        while (true) {
            skipFillers();
            if (ring.isEmpty()) {
                return null;
            }
            long end = isStart(ring.head()) ? ring.frameEnd(ring.head()) : -1;
            if (end >= 0) {
                EncodedFrame frame = take(end, now);
                if (frame != null) {
                    return frame;
                }
            } else if (!passGap(now)) {
                return null;
            }
        }
    }

    private void skipFillers() {
        while (!ring.isEmpty()) {
            Slot slot = ring.slot(ring.head());
            if (slot.isMissing() || !slot.filler) {
                return;
            }
            ring.dropTo(ring.head() + 1);
        }
    }

    private boolean isStart(long sequence) {
        Slot slot = ring.slot(sequence);
        return !slot.isMissing() && (slot.starts || atBoundary);
    }

    /** Makes a frame of the packets to before {@code end}, unless there is no use in it. */
    private @Nullable EncodedFrame take(long end, long now) {
        Slot first = ring.slot(ring.head());
        EncodedFrame frame = null;
        if (!wish.isOpen() || ring.isKey(ring.head(), end)) {
            frame = maker.make(end);
            if (frame == null) {
                wish.need(now);
            } else {
                wish.fulfil();
                counts.waitedNanos += now - first.since;
            }
        }
        if (frame == null) {
            counts.framesDropped++;
        }
        pictures.took(first);
        ring.dropTo(end);
        atBoundary = true;
        return frame;
    }

    /** Gets over what is missing at the front, if that may be or must be; returns whether it did. */
    private boolean passGap(long now) {
        long gap = gap();
        if (gap == ring.next()) {
            return false;
        }
        long after = ring.firstPayload(ring.head());
        if (gap == ring.head() && atBoundary && after < ring.next() && pictures.isNext(ring.slot(after))) {
            ring.dropTo(after);
            return true;
        }
        long waited = now - ring.slot(gap).since;
        if (wish.isOpen() || waited >= Patience.REORDERING) {
            long key = ring.wholeKeyFrame();
            if (key >= 0) {
                ring.dropTo(key);
                return true;
            }
        }
        if (waited < limit(gap)) {
            return false;
        }
        giveUp(now);
        return true;
    }

    /** Returns the packet that keeps the first frame from being made; the one behind the newest if none does. */
    private long gap() {
        return isStart(ring.head()) ? ring.firstMissing(ring.head()) : ring.head();
    }

    /** What is missing may be sent again; what is there and no start can only be behind packets out of order. */
    private long limit(long gap) {
        return ring.slot(gap).isMissing() ? patience.giveUp() : Patience.REORDERING;
    }

    private void giveUp(long now) {
        long start = ring.nextStart(ring.head());
        Slot last = ring.slot(ring.next() - 1);
        atBoundary = start < ring.next() || (!last.isMissing() && last.ends);
        pictures.forget();
        ring.dropTo(start);
        wish.need(now);
    }

    /**
     * Puts the sequence numbers that the sender is to be asked for now, and notes that it is.
     *
     * @return how many
     */
    public int nacks(long now, int[] into) {
        int count = nacks.collect(now, into);
        counts.nacks += count;
        return count;
    }

    /** Returns whether the sender is to be asked for a key frame now, and notes that it is. */
    public boolean wantsKeyFrame(long now) {
        if (!arrivals.started() || ring.keys() > 0 || wish.delay(now) > 0) {
            return false;
        }
        wish.ask(now);
        counts.keyFrameRequests++;
        return true;
    }

    /** Hands on nothing more before a key frame, and asks for one: the decoder failed. */
    public void requireKeyFrame(long now) {
        wish.need(now);
    }

    /** Returns in how many nanoseconds there may be something to do though no packet comes; a negative number if never. */
    public long delay(long now) {
        if (!arrivals.started()) {
            return -1;
        }
        long delay = Math.min(nacks.delay(now), ring.keys() > 0 ? Long.MAX_VALUE : wish.delay(now));
        long gap = ring.isEmpty() ? ring.next() : gap();
        if (gap < ring.next()) {
            long waited = now - ring.slot(gap).since;
            delay = Math.min(delay, limit(gap) - waited);
            if (ring.keys() > 0 && waited < Patience.REORDERING) {
                delay = Math.min(delay, Patience.REORDERING - waited);
            }
        }
        return delay == Long.MAX_VALUE ? -1 : Math.max(0, delay);
    }

    /** Returns what was counted since the buffer was created; the same object each time. */
    public BufferCounts counts() {
        return counts;
    }

    /** Lets go of all packets. */
    @Override
    public void close() {
        ring.dropTo(ring.next());
    }
}

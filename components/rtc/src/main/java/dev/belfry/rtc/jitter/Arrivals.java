package dev.belfry.rtc.jitter;

import dev.belfry.rtc.rtp.Unwrapper;

/** Finds the place of a sequence number in a ring; sees when the sender started over. */
final class Arrivals {
    /** Where a packet belongs. */
    enum Place {
        /** In the ring. */
        INSIDE,
        /** In the ring, which was emptied for it. */
        ANEW,
        /** Before all that counts. */
        LATE
    }

    private static final int MAX_GAP = 512;
    private static final int MAX_EARLIER = 64;
    private static final int NONE = -1;

    private final PacketRing ring;
    private final Unwrapper sequences = Unwrapper.ofSequence();
    private boolean started;
    private long origin;
    private long placed;
    private int expectedIfRestarted = NONE;

    Arrivals(PacketRing ring) {
        this.ring = ring;
    }

    boolean started() {
        return started;
    }

    /** Returns the last number that was placed, without wraps. */
    long placed() {
        return placed;
    }

    Place place(int sequence, long now) {
        long unwrapped = sequences.peek(sequence);
        if (!started || unwrapped - ring.next() > MAX_GAP || unwrapped - ring.head() >= PacketRing.CAPACITY) {
            return anew(sequence);
        } else if (unwrapped >= ring.head()) {
            placed = sequences.unwrap(sequence);
            return Place.INSIDE;
        } else if (ring.head() == origin
                && ring.head() - unwrapped <= MAX_EARLIER
                && ring.next() - unwrapped <= PacketRing.CAPACITY) {
            ring.lower(unwrapped, now);
            origin = unwrapped;
            placed = unwrapped;
            return Place.INSIDE;
        } else if (ring.head() - unwrapped > MAX_GAP) {
            // Two in a row far off: the sender started over.
            if (sequence == expectedIfRestarted) {
                return anew(sequence);
            }
            expectedIfRestarted = (sequence + 1) & 0xffff;
        }
        return Place.LATE;
    }

    private Place anew(int sequence) {
        started = true;
        expectedIfRestarted = NONE;
        placed = sequences.unwrap(sequence);
        origin = placed;
        ring.restart(placed);
        return Place.ANEW;
    }
}

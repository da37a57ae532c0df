package dev.belfry.rtc.jitter;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.PayloadDescriptor;
import dev.belfry.rtc.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/**
 * The packets from the first that no frame was made of to the newest, by sequence numbers that do not wrap. Every number
 * in between has a slot: its packet is there or missing.
 */
final class PacketRing {
    /** How many sequence numbers it spans; a power of two. */
    static final int CAPACITY = 2048;

    private static final int MASK = CAPACITY - 1;

    private final Slot[] slots = new Slot[CAPACITY];
    private long head;
    private long next;
    private int keys;
    private int missing;

    PacketRing() {
        for (int i = 0; i < CAPACITY; i++) {
            slots[i] = new Slot();
        }
    }

    /** Returns the first sequence number that counts. */
    long head() {
        return head;
    }

    /** Returns the sequence number behind the newest. */
    long next() {
        return next;
    }

    boolean isEmpty() {
        return head == next;
    }

    /** Returns how many packets in it belong to key frames. */
    int keys() {
        return keys;
    }

    /** Returns how many packets of it are missing. */
    int missing() {
        return missing;
    }

    Slot slot(long sequence) {
        return slots[(int) sequence & MASK];
    }

    /** Drops everything, and begins anew at a sequence number. */
    void restart(long sequence) {
        dropTo(next);
        head = sequence;
        next = sequence;
    }

    /** Makes room before the head, for packets that come after those they were sent before. */
    void lower(long sequence, long now) {
        while (head > sequence) {
            head--;
            slot(head).miss(now);
            missing++;
        }
    }

    /**
     * Takes a packet over; its number is from the head to less than the capacity above it.
     *
     * @return false, with the packet not taken, if it is there already
     */
    boolean put(long sequence, Packet packet, RtpPacket view, @Nullable PayloadDescriptor descriptor, long now) {
        while (next <= sequence) {
            slot(next).miss(now);
            missing++;
            next++;
        }
        Slot slot = slot(sequence);
        if (!slot.isMissing()) {
            return false;
        }
        slot.fill(packet, view, descriptor, now);
        missing--;
        keys += slot.key ? 1 : 0;
        return true;
    }

    /** Drops everything before a sequence number, and makes it the head. */
    void dropTo(long sequence) {
        while (head < sequence) {
            Slot slot = slot(head);
            if (slot.isMissing()) {
                missing--;
            } else {
                keys -= slot.key ? 1 : 0;
                slot.clear();
            }
            head++;
        }
    }

    /** Returns the first missing sequence number from this one on; {@link #next()} if there is none. */
    long firstMissing(long from) {
        long sequence = from;
        while (sequence < next && !slot(sequence).isMissing()) {
            sequence++;
        }
        return sequence;
    }

    /** Returns the first sequence number from this one on that has a payload; {@link #next()} if there is none. */
    long firstPayload(long from) {
        long sequence = from;
        while (sequence < next && (slot(sequence).isMissing() || slot(sequence).filler)) {
            sequence++;
        }
        return sequence;
    }

    /**
     * Returns the sequence number behind the last packet of the frame that begins here, or -1 while it is not all there.
     * A frame ends with a packet that is marked, or before one with another timestamp.
     */
    long frameEnd(long first) {
        long timestamp = slot(first).timestamp;
        for (long sequence = first; sequence < next; sequence++) {
            Slot slot = slot(sequence);
            if (slot.isMissing()) {
                return -1;
            } else if (!slot.filler && slot.timestamp != timestamp) {
                return sequence;
            } else if (!slot.filler && slot.ends) {
                return sequence + 1;
            }
        }
        return -1;
    }

    /** Returns whether a packet from the first to before the end shows that a decoder can start at its frame. */
    boolean isKey(long first, long end) {
        for (long sequence = first; sequence < end; sequence++) {
            if (slot(sequence).key) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first sequence number where a whole key frame begins, or -1. It looks at each packet a few times only. */
    long wholeKeyFrame() {
        long sequence = keys == 0 ? next : head;
        while (sequence < next) {
            if (slot(sequence).isMissing() || !slot(sequence).starts) {
                sequence++;
                continue;
            }
            long end = frameEnd(sequence);
            if (end < 0) {
                sequence = firstMissing(sequence) + 1;
            } else if (isKey(sequence, end)) {
                return sequence;
            } else {
                sequence = end;
            }
        }
        return -1;
    }

    /** Returns the first sequence number behind this one where a frame is known to begin; {@link #next()} if none is. */
    long nextStart(long sequence) {
        for (long at = sequence + 1; at < next; at++) {
            Slot slot = slot(at);
            if (!slot.isMissing() && !slot.filler && (slot.starts || startsAfter(slot(at - 1), slot))) {
                return at;
            }
        }
        return next;
    }

    private static boolean startsAfter(Slot before, Slot slot) {
        return !before.isMissing() && !before.filler && (before.ends || before.timestamp != slot.timestamp);
    }
}

package dev.belfry.rtc.congestion;

import dev.belfry.rtc.packet.Packet;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Packets that wait, with where frames begin; grows as needed, and allocates nothing else. */
final class PacketQueue {
    private @Nullable Packet[] packets = new @Nullable Packet[256];
    private boolean[] starts = new boolean[256];
    private int head;
    private int size;
    private long bytes;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Returns how many bytes wait. */
    long bytes() {
        return bytes;
    }

    void add(Packet packet, boolean startsFrame) {
        if (size == packets.length) {
            grow();
        }
        int at = (head + size) % packets.length;
        packets[at] = packet;
        starts[at] = startsFrame;
        size++;
        bytes += packet.length();
    }

    /** Takes the first; there must be one. */
    Packet remove() {
        Packet packet = Objects.requireNonNull(packets[head]);
        packets[head] = null;
        head = (head + 1) % packets.length;
        size--;
        bytes -= packet.length();
        return packet;
    }

    /** Releases the frames after the one that is first, of which a part may have been sent; returns how many packets. */
    int dropAfterFirstFrame() {
        int kept = Math.min(1, size);
        while (kept < size && !starts[(head + kept) % packets.length]) {
            kept++;
        }
        return dropAfter(kept);
    }

    void clear() {
        dropAfter(0);
    }

    private int dropAfter(int kept) {
        int dropped = size - kept;
        while (size > kept) {
            size--;
            int at = (head + size) % packets.length;
            Packet packet = Objects.requireNonNull(packets[at]);
            packets[at] = null;
            bytes -= packet.length();
            packet.release();
        }
        return dropped;
    }

    private void grow() {
        int length = packets.length;
        @Nullable Packet[] morePackets = Arrays.copyOfRange(packets, head, head + 2 * length);
        boolean[] moreStarts = Arrays.copyOfRange(starts, head, head + 2 * length);
        System.arraycopy(packets, 0, morePackets, length - head, head);
        System.arraycopy(starts, 0, moreStarts, length - head, head);
        packets = morePackets;
        starts = moreStarts;
        head = 0;
    }
}

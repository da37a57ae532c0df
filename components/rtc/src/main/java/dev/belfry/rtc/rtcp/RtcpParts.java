package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a compound packet that is being written: their common header, their length, and the room that is left. */
final class RtcpParts {
    private static final int NO_PART = -1;

    private @Nullable Packet packet;
    private int limit;
    private int last = NO_PART;

    void start(Packet empty, int maxLength) {
        packet = empty;
        limit = empty.offset() + maxLength;
        last = NO_PART;
    }

    byte[] bytes() {
        return target().bytes();
    }

    /** Returns the index behind the last byte. */
    int end() {
        return target().end();
    }

    /** Returns how many bytes there is room for. */
    int room() {
        return limit - end();
    }

    /** Returns where the part goes on after its first four bytes, or -1 if there is no room for it. */
    int begin(int type, int count, int size) {
        Packet to = target();
        int start = to.end();
        if (size > limit - start) {
            return -1;
        }
        to.range(to.offset(), to.length() + size);
        byte[] bytes = to.bytes();
        bytes[start] = (byte) (0x80 | count);
        bytes[start + 1] = (byte) type;
        Bytes.put16(bytes, start + 2, size / 4 - 1);
        last = start;
        return start + Rtcp.HEADER;
    }

    /** Begins a part for feedback (RFC 4585 section 6.1); returns where its content begins, or -1. */
    int beginFeedback(int type, int format, int contentSize, long sender, long mediaSsrc) {
        int at = begin(type, format, Rtcp.FEEDBACK_HEADER + contentSize);
        if (at < 0) {
            return at;
        }
        Bytes.put32(bytes(), at, sender);
        Bytes.put32(bytes(), at + 4, mediaSsrc);
        return at + 8;
    }

    /** Makes the last part longer; returns where what is new begins, or -1 if there is no room for it. */
    int extend(int size) {
        Packet to = target();
        int at = to.end();
        if (size > limit - at) {
            return -1;
        }
        to.range(to.offset(), to.length() + size);
        Bytes.put16(to.bytes(), last + 2, Bytes.u16(to.bytes(), last + 2) + size / 4);
        return at;
    }

    /** Returns whether the last part is a report, which can have blocks. */
    boolean isReport() {
        if (last == NO_PART) {
            return false;
        }
        int type = Bytes.u8(bytes(), last + 1);
        return type == Rtcp.SENDER_REPORT || type == Rtcp.RECEIVER_REPORT;
    }

    /** Returns whether the last part tells what is missing of that source. */
    boolean isNack(long sender, long mediaSsrc) {
        return last != NO_PART
                && bytes()[last] == (byte) (0x80 | Rtcp.FORMAT_NACK)
                && Bytes.u8(bytes(), last + 1) == Rtcp.TRANSPORT_FEEDBACK
                && Bytes.u32(bytes(), last + 4) == sender
                && Bytes.u32(bytes(), last + 8) == mediaSsrc;
    }

    /** Returns how many blocks the last part says it has. */
    int count() {
        return bytes()[last] & 0x1F;
    }

    void countOneMore() {
        bytes()[last]++;
    }

    private Packet target() {
        return Objects.requireNonNull(packet, "not started");
    }
}

package dev.belfry.rtc.jitter;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.PayloadDescriptor;
import dev.belfry.rtc.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/** The place of one sequence number: its packet with what is known of it, or since when it is missing. */
final class Slot {
    @Nullable
    Packet packet;

    long since;
    long timestamp;
    boolean filler;
    boolean starts;
    boolean ends;
    boolean key;
    int pictureId;
    int pictureBits;
    int nacks;
    long lastNack;

    /** Notes that the sequence number was passed over. */
    void miss(long now) {
        packet = null;
        since = now;
        nacks = 0;
    }

    /**
     * Takes a packet over.
     *
     * @param descriptor of its payload; null if it has none, or one that cannot be read
     */
    void fill(Packet held, RtpPacket view, @Nullable PayloadDescriptor descriptor, long now) {
        packet = held;
        since = now;
        timestamp = view.timestamp();
        filler = view.payloadLength() == 0;
        ends = view.marker();
        starts = descriptor != null && descriptor.startsFrame();
        key = descriptor != null && descriptor.keyFrame();
        pictureId = descriptor == null ? -1 : descriptor.pictureId();
        pictureBits = descriptor == null ? 0 : descriptor.pictureBits();
    }

    boolean isMissing() {
        return packet == null;
    }

    void clear() {
        Packet held = packet;
        packet = null;
        if (held != null) {
            held.release();
        }
    }
}

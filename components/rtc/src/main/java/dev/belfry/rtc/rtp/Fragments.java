package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Objects;

/** What payloaders share: a size split into parts that differ by at most a byte, and bytes put behind a header. */
final class Fragments {
    private Fragments() {}

    static int count(int size, int room) {
        return (size + room - 1) / room;
    }

    static int length(int size, int count, int index) {
        return size / count + (index < size % count ? 1 : 0);
    }

    /** Returns whether the frame is one to cut; throws if the limit is none to cut to. */
    static boolean cuttable(EncodedFrame frame, Codec codec, int maxPayload) {
        if (maxPayload < Payloader.MIN_PAYLOAD || maxPayload > Payloader.MAX_PAYLOAD) {
            throw new IllegalArgumentException("Payloads cannot be limited to " + maxPayload + " bytes");
        }
        int size = frame.data().remaining();
        return frame.codec() == codec && size > 0 && size <= Payloader.MAX_FRAME;
    }

    /** Appends a byte. */
    static void put(Packet packet, int value) {
        packet.bytes()[packet.end()] = (byte) value;
        packet.range(packet.offset(), packet.length() + 1);
    }

    /** Appends bytes of a frame, counted from where its data begins. */
    static void put(Packet packet, EncodedFrame frame, int start, int length) {
        Objects.checkFromIndexSize(start, length, frame.data().remaining());
        frame.data().get(frame.data().position() + start, packet.bytes(), packet.end(), length);
        packet.range(packet.offset(), packet.length() + length);
    }

    /** Sets the marker bit of a packet that {@link RtpStream} made. */
    static void mark(Packet packet) {
        packet.bytes()[packet.offset() + 1] |= (byte) 0x80;
    }
}

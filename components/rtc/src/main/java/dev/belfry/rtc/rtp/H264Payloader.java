package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/**
 * H.264 in packetization mode 1, RFC 6184 section 6.3: units that fit go together into a packet (STAP-A), one that does
 * not is cut (FU-A). Frames are in Annex B form.
 */
final class H264Payloader implements Payloader {
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int IMPORTANCE = 0x60;

    private final NalUnits units = new NalUnits();

    @Override
    public boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out) {
        if (!Fragments.cuttable(frame, Codec.H264, maxPayload) || !units.find(frame.data())) {
            return false;
        }
        stream.begin(frame);
        int next = 0;
        while (next < units.count()) {
            if (units.length(next) > maxPayload) {
                fragment(frame, stream, maxPayload, next, out);
                next++;
            } else {
                int last = lastThatFits(next, maxPayload);
                Packet packet = stream.next();
                if (last == next) {
                    Fragments.put(packet, frame, units.start(next), units.length(next));
                } else {
                    aggregate(frame, packet, next, last);
                }
                if (last == units.count() - 1) {
                    Fragments.mark(packet);
                }
                out.add(packet);
                next = last + 1;
            }
        }
        return true;
    }

    private int lastThatFits(int first, int maxPayload) {
        int size = 1 + 2 + units.length(first);
        int last = first;
        while (last + 1 < units.count() && size + 2 + units.length(last + 1) <= maxPayload) {
            last++;
            size += 2 + units.length(last);
        }
        return last;
    }

    /** Section 5.7.1: a header with the greatest importance of the units, then each with its length before it. */
    private void aggregate(EncodedFrame frame, Packet packet, int first, int last) {
        int importance = 0;
        for (int i = first; i <= last; i++) {
            importance = Math.max(importance, header(frame, i) & IMPORTANCE);
        }
        Fragments.put(packet, importance | STAP_A);
        for (int i = first; i <= last; i++) {
            Fragments.put(packet, units.length(i) >> 8);
            Fragments.put(packet, units.length(i));
            Fragments.put(packet, frame, units.start(i), units.length(i));
        }
    }

    /** Section 5.8: the unit's header is spread over two bytes before each fragment of the rest. */
    private void fragment(
            EncodedFrame frame, RtpStream stream, int maxPayload, int unit, Collection<? super Packet> out) {
        int header = header(frame, unit);
        int size = units.length(unit) - 1;
        int count = Fragments.count(size, maxPayload - 2);
        int at = units.start(unit) + 1;
        for (int i = 0; i < count; i++) {
            int length = Fragments.length(size, count, i);
            Packet packet = stream.next();
            Fragments.put(packet, (header & ~0x1f) | FU_A);
            Fragments.put(packet, (header & 0x1f) | (i == 0 ? 0x80 : 0) | (i == count - 1 ? 0x40 : 0));
            Fragments.put(packet, frame, at, length);
            if (i == count - 1 && unit == units.count() - 1) {
                Fragments.mark(packet);
            }
            out.add(packet);
            at += length;
        }
    }

    private int header(EncodedFrame frame, int unit) {
        return frame.data().get(frame.data().position() + units.start(unit));
    }
}

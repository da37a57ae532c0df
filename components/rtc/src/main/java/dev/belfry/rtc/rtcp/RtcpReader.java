package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;

/**
 * Reads compound (RFC 3550 section 6.1) and reduced-size (RFC 5506) RTCP packets, without allocation. Types it does not
 * know, extended reports (RFC 3611) and application packets among them, are passed over. Not thread-safe.
 *
 * @since 0.1
 */
public final class RtcpReader {
    private final ReportBlock block = new ReportBlock();

    /**
     * Reads a decrypted packet, and tells a handler what is in it. Nothing is told when the parts do not add up to the
     * whole (RFC 3550 appendix A.2); when the content of a part is malformed, the rest of it and what follows is left out.
     *
     * @return whether all of it was well formed
     */
    public boolean read(Packet packet, RtcpHandler handler) {
        byte[] bytes = packet.bytes();
        int end = packet.end();
        if (!addsUp(bytes, packet.offset(), end)) {
            return false;
        }
        for (int at = packet.offset(); at < end; at += sizeAt(bytes, at)) {
            if (!readPart(bytes, at, at + sizeAt(bytes, at), handler)) {
                return false;
            }
        }
        return true;
    }

    private static boolean addsUp(byte[] bytes, int start, int end) {
        int at = start;
        while (end - at >= Rtcp.HEADER) {
            int size = sizeAt(bytes, at);
            if ((bytes[at] & 0xC0) != 0x80 || size > end - at) {
                return false;
            }
            at += size;
        }
        return at == end && end > start;
    }

    private static int sizeAt(byte[] bytes, int at) {
        return 4 * (Bytes.u16(bytes, at + 2) + 1);
    }

    private boolean readPart(byte[] bytes, int start, int paddedEnd, RtcpHandler handler) {
        int end = paddedEnd;
        if ((bytes[start] & 0x20) != 0) {
            // RFC 3550 pads by fours and the last part alone; transport-wide feedback is padded by less, and anywhere
            int padding = Bytes.u8(bytes, paddedEnd - 1);
            if (padding == 0 || padding > paddedEnd - start - Rtcp.HEADER) {
                return false;
            }
            end -= padding;
        }
        int count = bytes[start] & 0x1F;
        int at = start + Rtcp.HEADER;
        return switch (Bytes.u8(bytes, start + 1)) {
            case Rtcp.SENDER_REPORT -> senderReport(bytes, at, end, count, handler);
            case Rtcp.RECEIVER_REPORT -> receiverReport(bytes, at, end, count, handler);
            case Rtcp.SOURCE_DESCRIPTION -> SourceDescription.read(bytes, at, end, count, handler);
            case Rtcp.GOODBYE -> goodbye(bytes, at, end, count, handler);
            case Rtcp.TRANSPORT_FEEDBACK, Rtcp.PAYLOAD_FEEDBACK -> feedback(bytes, start, end, count, handler);
            default -> true;
        };
    }

    private boolean senderReport(byte[] bytes, int at, int end, int count, RtcpHandler handler) {
        if (end - at < 24 + count * Rtcp.REPORT_BLOCK) {
            return false;
        }
        long ssrc = Bytes.u32(bytes, at);
        handler.senderReport(
                ssrc,
                Bytes.i64(bytes, at + 4),
                Bytes.u32(bytes, at + 12),
                Bytes.u32(bytes, at + 16),
                Bytes.u32(bytes, at + 20));
        reportBlocks(ssrc, bytes, at + 24, count, handler);
        return true;
    }

    private boolean receiverReport(byte[] bytes, int at, int end, int count, RtcpHandler handler) {
        if (end - at < 4 + count * Rtcp.REPORT_BLOCK) {
            return false;
        }
        long ssrc = Bytes.u32(bytes, at);
        handler.receiverReport(ssrc);
        reportBlocks(ssrc, bytes, at + 4, count, handler);
        return true;
    }

    private void reportBlocks(long reporter, byte[] bytes, int start, int count, RtcpHandler handler) {
        for (int i = 0; i < count; i++) {
            block.read(bytes, start + i * Rtcp.REPORT_BLOCK);
            handler.reportBlock(reporter, block);
        }
    }

    private static boolean goodbye(byte[] bytes, int start, int end, int count, RtcpHandler handler) {
        if (end - start < 4 * count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            handler.goodbye(Bytes.u32(bytes, start + 4 * i));
        }
        return true;
    }

    private static boolean feedback(byte[] bytes, int start, int end, int format, RtcpHandler handler) {
        if (end - start < Rtcp.FEEDBACK_HEADER) {
            return false;
        }
        boolean ofTransport = Bytes.u8(bytes, start + 1) == Rtcp.TRANSPORT_FEEDBACK;
        long sender = Bytes.u32(bytes, start + 4);
        long media = Bytes.u32(bytes, start + 8);
        int at = start + Rtcp.FEEDBACK_HEADER;
        if (ofTransport && format == Rtcp.FORMAT_NACK) {
            return nack(bytes, at, end, sender, media, handler);
        }
        if (ofTransport && format == Rtcp.FORMAT_TRANSPORT_WIDE) {
            return TransportFeedbackReader.read(bytes, at, end, sender, media, handler);
        }
        if (!ofTransport && format == Rtcp.FORMAT_PICTURE_LOSS) {
            handler.pictureLoss(sender, media);
        } else if (!ofTransport && format == Rtcp.FORMAT_FULL_INTRA_REQUEST) {
            return fullIntraRequest(bytes, at, end, sender, handler);
        } else if (!ofTransport && format == Rtcp.FORMAT_APPLICATION) {
            return application(bytes, at, end, sender, handler);
        }
        return true;
    }

    private static boolean nack(byte[] bytes, int start, int end, long sender, long media, RtcpHandler handler) {
        if (end == start || (end - start) % 4 != 0) {
            return false;
        }
        for (int at = start; at < end; at += 4) {
            int first = Bytes.u16(bytes, at);
            int following = Bytes.u16(bytes, at + 2);
            handler.nack(sender, media, first);
            for (int i = 0; i < 16; i++) {
                if (((following >> i) & 1) != 0) {
                    handler.nack(sender, media, (first + i + 1) & 0xFFFF);
                }
            }
        }
        return true;
    }

    private static boolean fullIntraRequest(byte[] bytes, int start, int end, long sender, RtcpHandler handler) {
        if (end == start || (end - start) % 8 != 0) {
            return false;
        }
        for (int at = start; at < end; at += 8) {
            handler.fullIntraRequest(sender, Bytes.u32(bytes, at), Bytes.u8(bytes, at + 4));
        }
        return true;
    }

    private static boolean application(byte[] bytes, int at, int end, long sender, RtcpHandler handler) {
        if (end - at < 4 || Bytes.i32(bytes, at) != Rtcp.REMB) {
            return true;
        }
        if (end - at < 8 || end - at < 8 + 4 * Bytes.u8(bytes, at + 4)) {
            return false;
        }
        int exponent = Bytes.u8(bytes, at + 5) >> 2;
        long mantissa = Bytes.u24(bytes, at + 5) & 0x3_FFFF;
        if (mantissa != 0 && exponent >= Long.numberOfLeadingZeros(mantissa)) {
            return false;
        }
        handler.maximumBitrate(sender, mantissa << exponent);
        return true;
    }
}

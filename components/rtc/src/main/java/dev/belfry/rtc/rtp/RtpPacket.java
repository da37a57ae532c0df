package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import java.util.Objects;

/**
 * A view on the RTP packet in a {@link Packet}, RFC 3550 section 5.1. It is made once and moved from packet to packet by
 * {@link #read}; what it says is valid as long as that packet is neither changed by others nor released. Before the first
 * successful read it shows an empty packet. Not thread-safe, allocates nothing.
 *
 * @since 0.1
 */
public final class RtpPacket {
    /** How many bytes a header has that names no contributing source and has no extension. */
    public static final int HEADER_LENGTH = 12;

    private static final byte[] NOTHING = new byte[HEADER_LENGTH];
    private static final int VERSION = 2;
    private static final int PADDING = 0x20;
    private static final int EXTENSION = 0x10;
    private static final int MARKER = 0x80;

    private byte[] bytes = NOTHING;
    private int offset;
    private int extensionOffset;
    private int extensionLength;
    private int extensionProfile;
    private int payloadOffset = HEADER_LENGTH;
    private int payloadLength;
    private int paddingLength;

    /**
     * Moves the view to a packet, whose range must hold RTP in the clear.
     *
     * @return false, with the view unmoved, if those bytes are no RTP packet
     */
    public boolean read(Packet packet) {
        byte[] from = packet.bytes();
        int start = packet.offset();
        int end = packet.end();
        if (packet.length() < HEADER_LENGTH || Bytes.u8(from, start) >> 6 != VERSION) {
            return false;
        }
        int flags = from[start];
        int at = start + HEADER_LENGTH + 4 * (flags & 0x0f);
        int profile = 0;
        int extension = at;
        int extended = 0;
        if ((flags & EXTENSION) != 0) {
            if (at + 4 > end) {
                return false;
            }
            profile = Bytes.u16(from, at);
            extended = 4 * Bytes.u16(from, at + 2);
            extension = at + 4;
            at = extension + extended;
        }
        if (at > end) {
            return false;
        }
        int padding = 0;
        if ((flags & PADDING) != 0) {
            padding = Bytes.u8(from, end - 1);
            if (padding == 0 || padding > end - at) {
                return false;
            }
        }
        bytes = from;
        offset = start;
        extensionProfile = profile;
        extensionOffset = extension;
        extensionLength = extended;
        payloadOffset = at;
        payloadLength = end - at - padding;
        paddingLength = padding;
        return true;
    }

    /** Returns the array that the packet is in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the marker bit: in video, whether the packet is the last of a picture. */
    public boolean marker() {
        return (bytes[offset + 1] & MARKER) != 0;
    }

    /** Sets or clears the marker bit. */
    public void marker(boolean set) {
        bytes[offset + 1] = (byte) (set ? bytes[offset + 1] | MARKER : bytes[offset + 1] & ~MARKER);
    }

    /** Returns the payload type, 0 to 127. */
    public int payloadType() {
        return bytes[offset + 1] & 0x7f;
    }

    /** Sets the payload type to the lowest 7 bits of this. */
    public void payloadType(int type) {
        bytes[offset + 1] = (byte) ((bytes[offset + 1] & MARKER) | (type & 0x7f));
    }

    /** Returns the sequence number, 0 to 65535. */
    public int sequence() {
        return Bytes.u16(bytes, offset + 2);
    }

    /** Sets the sequence number to the lowest 16 bits of this. */
    public void sequence(int number) {
        Bytes.put16(bytes, offset + 2, number);
    }

    /** Returns the timestamp, 32 bits, in ticks of the payload's clock. */
    public long timestamp() {
        return Bytes.u32(bytes, offset + 4);
    }

    /** Sets the timestamp to the lowest 32 bits of this. */
    public void timestamp(long ticks) {
        Bytes.put32(bytes, offset + 4, ticks);
    }

    /** Returns the synchronisation source, 32 bits. */
    public long ssrc() {
        return Bytes.u32(bytes, offset + 8);
    }

    /** Sets the synchronisation source to the lowest 32 bits of this. */
    public void ssrc(long source) {
        Bytes.put32(bytes, offset + 8, source);
    }

    /** Returns how many contributing sources are named, 0 to 15. */
    public int csrcCount() {
        return bytes[offset] & 0x0f;
    }

    /**
     * Returns a contributing source, 32 bits.
     *
     * @throws IndexOutOfBoundsException unless the index is from zero to below {@link #csrcCount()}
     */
    public long csrc(int index) {
        return Bytes.u32(bytes, offset + HEADER_LENGTH + 4 * Objects.checkIndex(index, csrcCount()));
    }

    /** Returns the index of the header's first byte in {@link #bytes()}. */
    public int offset() {
        return offset;
    }

    /** Returns how many bytes the header has, its extension included. */
    public int headerLength() {
        return payloadOffset - offset;
    }

    /** Returns the index of the payload's first byte in {@link #bytes()}. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** Returns how many bytes of payload there are, padding not counted; zero for a packet that only fills the line. */
    public int payloadLength() {
        return payloadLength;
    }

    /** Returns how many bytes of padding follow the payload, 0 to 255. */
    public int paddingLength() {
        return paddingLength;
    }

    /**
     * Looks up a header extension element, RFC 8285 section 4.
     *
     * @param id its local identifier, 1 to 255
     * @return where it is, to be taken apart by {@link ExtensionBlock}, or a negative number
     */
    int extension(int id) {
        return ExtensionBlock.find(bytes, extensionOffset, extensionLength, extensionProfile, id);
    }
}

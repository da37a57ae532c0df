package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Packet;
import org.jitsi.utils.ByteArrayBuffer;

/** A packet as the other implementation wants it. */
final class PacketBuffer implements ByteArrayBuffer {
    private final Packet packet;

    PacketBuffer(Packet packet) {
        this.packet = packet;
    }

    @Override
    public byte[] getBuffer() {
        return packet.bytes();
    }

    @Override
    public int getOffset() {
        return packet.offset();
    }

    @Override
    public int getLength() {
        return packet.length();
    }

    @Override
    public void setLength(int length) {
        packet.range(packet.offset(), length);
    }

    @Override
    public void setOffset(int offset) {
        packet.range(offset, packet.length());
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int offset, int length, byte[] out) {
        System.arraycopy(packet.bytes(), packet.offset() + offset, out, 0, length);
    }

    @Override
    public void grow(int count) {
        // a packet has room for tags
    }

    @Override
    public void append(byte[] bytes, int count) {
        System.arraycopy(bytes, 0, packet.bytes(), packet.end(), count);
        packet.range(packet.offset(), packet.length() + count);
    }

    @Override
    public void shrink(int count) {
        packet.range(packet.offset(), packet.length() - count);
    }
}

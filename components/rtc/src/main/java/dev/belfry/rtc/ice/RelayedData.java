package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Takes the wrapping of a TURN server off what a peer sent. */
final class RelayedData {
    private static final int FAMILY_4 = 1;
    private static final int FAMILY_6 = 2;
    private static final int COOKIE_AND_ID = 4;

    private RelayedData() {}

    /**
     * Narrows a packet to the peer's bytes.
     *
     * @return the peer, or null if the packet is not what a server would send
     */
    static @Nullable InetSocketAddress unwrap(Packet packet, TurnChannel[] byNumber) {
        return StunBytes.looksLikeStun(packet.bytes(), packet.offset(), packet.length())
                ? indication(packet)
                : channelData(packet, byNumber);
    }

    private static @Nullable InetSocketAddress channelData(Packet packet, TurnChannel[] byNumber) {
        if (packet.length() < TurnChannel.HEADER) {
            return null;
        }
        int index = Bytes.u16(packet.bytes(), packet.offset()) - TurnChannel.FIRST_NUMBER;
        int length = Bytes.u16(packet.bytes(), packet.offset() + 2);
        if (index < 0 || index >= byNumber.length || length > packet.length() - TurnChannel.HEADER) {
            return null;
        }
        packet.range(packet.offset() + TurnChannel.HEADER, length);
        return byNumber[index].peer;
    }

    /** Reads a Data indication (RFC 8656 section 11.6), in which a peer's data comes that has no channel yet. */
    private static @Nullable InetSocketAddress indication(Packet packet) {
        byte[] bytes = packet.bytes();
        int offset = packet.offset();
        if (!StunBytes.isWellFormed(bytes, offset, packet.length())) {
            return null;
        }
        int data = StunBytes.find(bytes, offset, packet.length(), StunBytes.DATA);
        int peer = StunBytes.find(bytes, offset, packet.length(), StunBytes.XOR_PEER_ADDRESS);
        if (data < 0 || peer < 0) {
            return null;
        }
        InetSocketAddress from = xorAddress(bytes, offset, peer);
        packet.range(StunBytes.valueAt(data), StunBytes.valueLength(bytes, data));
        return from;
    }

    /** Reads XOR-PEER-ADDRESS, coded like XOR-MAPPED-ADDRESS (RFC 8489 section 14.2). */
    private static @Nullable InetSocketAddress xorAddress(byte[] bytes, int message, int attribute) {
        int value = StunBytes.valueAt(attribute);
        int length = StunBytes.valueLength(bytes, attribute);
        int family = length < 8 ? 0 : bytes[value + 1];
        int addressLength = family == FAMILY_4 ? 4 : family == FAMILY_6 ? 16 : 0;
        if (addressLength == 0 || length != 4 + addressLength) {
            return null;
        }
        byte[] address = new byte[addressLength];
        for (int i = 0; i < addressLength; i++) {
            address[i] = (byte) (bytes[value + 4 + i] ^ bytes[message + COOKIE_AND_ID + i]);
        }
        int port = Bytes.u16(bytes, value + 2) ^ Bytes.u16(bytes, message + COOKIE_AND_ID);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("addresses have 4 or 16 bytes", e);
        }
    }
}

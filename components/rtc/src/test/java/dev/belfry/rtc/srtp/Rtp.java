package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Arrays;
import java.util.HexFormat;

/** Packets and keys for tests. */
final class Rtp {
    private static final PacketPool POOL = new PacketPool();

    private Rtp() {}

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    static Packet packet(byte[] bytes) {
        Packet packet = POOL.take();
        packet.set(bytes, 0, bytes.length);
        return packet;
    }

    /** Returns an RTP packet of this source and number. */
    static Packet rtp(int ssrc, int sequenceNumber) {
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) sequenceNumber);
        bytes[0] = (byte) 0x80;
        bytes[1] = 96;
        bytes[2] = (byte) (sequenceNumber >> 8);
        bytes[3] = (byte) sequenceNumber;
        Bytes.put32(bytes, 8, ssrc);
        return packet(bytes);
    }

    /** Returns an empty receiver report with a goodbye. */
    static Packet rtcp(int ssrc) {
        byte[] bytes = {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 0, (byte) 0x81, (byte) 203, 0, 1, 1, 2, 3, 4};
        Bytes.put32(bytes, 4, ssrc);
        return packet(bytes);
    }

    static byte[] bytes(Packet packet) {
        return Arrays.copyOfRange(packet.bytes(), packet.offset(), packet.end());
    }

    /** Returns the keys of one side: the client's local ones are the server's remote ones. */
    static SrtpKeys keys(SrtpProfile profile, boolean client) {
        byte[] exported = new byte[2 * (SrtpProfile.KEY_LENGTH + profile.saltLength())];
        for (int i = 0; i < exported.length; i++) {
            exported[i] = (byte) (7 * i + 1);
        }
        return SrtpKeys.split(profile, exported, client);
    }
}

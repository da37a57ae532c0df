package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;

/** Packets and frames to test with. */
public final class Samples {
    private Samples() {}

    /** Returns a packet of these bytes, in hexadecimal digits; spaces are allowed. */
    public static Packet packet(PacketPool pool, String hex) {
        return packet(pool, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Returns a packet of these bytes, as many of them as one may have. */
    public static Packet packet(PacketPool pool, byte[] bytes) {
        Packet packet = pool.take();
        packet.set(bytes, 0, Math.min(bytes.length, Packet.MAX_LENGTH));
        return packet;
    }

    /** Returns a payload behind a plain header. */
    public static Packet withPayload(PacketPool pool, String hex) {
        return packet(pool, "80 60 0001 00000001 00000001" + hex);
    }

    /** Returns a stream with no extensions that starts at a sequence number. */
    public static RtpStream stream(PacketPool pool, int firstSequence) {
        return new RtpStream(pool, new NtpClock(Instant.EPOCH, 0), 0x1234_5678L, firstSequence, 1_000_000);
    }

    /** Returns a frame of so many random bytes that its codec's payload format takes. */
    public static EncodedFrame frame(EncodedFramePool pool, Codec codec, boolean key, int size, long number) {
        byte[] bytes = codec == Codec.H264 ? h264(key, size, number) : new byte[size];
        if (codec != Codec.H264) {
            new Random(number).nextBytes(bytes);
            bytes[0] = (byte) (key ? bytes[0] & ~1 : bytes[0] | 1);
        }
        return frame(pool, codec, key, bytes, number);
    }

    /** Returns a frame of these bytes. */
    public static EncodedFrame frame(EncodedFramePool pool, Codec codec, boolean key, byte[] bytes, long number) {
        EncodedFrame frame = pool.take();
        frame.start(bytes.length).put(bytes).flip();
        frame.describe(codec, key, number * codec.clockRate() / 30, 0, number);
        return frame;
    }

    /** Returns the bytes of a frame. */
    public static byte[] bytes(EncodedFrame frame) {
        byte[] bytes = new byte[frame.data().remaining()];
        frame.data().get(frame.data().position(), bytes);
        return bytes;
    }

    private static byte[] h264(boolean key, int size, long number) {
        ByteBuffer stream = ByteBuffer.allocate(size + 40);
        Random random = new Random(number);
        if (key) {
            unit(stream, 0x67, 12, random);
            unit(stream, 0x68, 4, random);
        }
        unit(stream, key ? 0x65 : 0x41, size, random);
        byte[] bytes = new byte[stream.flip().remaining()];
        stream.get(bytes);
        return bytes;
    }

    /** Appends a unit whose bytes are never zero, so that they hold no start code. */
    private static void unit(ByteBuffer stream, int header, int size, Random random) {
        stream.putInt(1).put((byte) header);
        for (int i = 1; i < size; i++) {
            stream.put((byte) (1 + random.nextInt(255)));
        }
    }
}

package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.FrameAssembler;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.PacketKind;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.RtxStream;
import dev.belfry.rtc.rtp.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first packets of calls as Chromium 156 sent them, decrypted: sound, pictures of 320 by 240, padding, and packets
 * resent to probe the network.
 */
class RecordedPacketsTest {
    private static final int SOUND = 111;
    private static final HeaderExtensionMap EXTENSIONS = new HeaderExtensionMap(Map.of(
            HeaderExtension.AUDIO_LEVEL, 1,
            HeaderExtension.ABS_SEND_TIME, 2,
            HeaderExtension.TRANSPORT_SEQUENCE, 3,
            HeaderExtension.MID, 4));

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(4000);
    private final RtpPacket view = new RtpPacket();
    private final Map<Integer, byte[]> pictures = new HashMap<>();
    private final List<String> out = new ArrayList<>();
    private int padding;
    private int resent;
    private int sounds;

    @AfterEach
    void nothing_leaks() {
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    /** The starts of key frames: RFC 6386 section 9.1, the VP9 specification's section 6.2, a parameter set. */
    @ParameterizedTest
    @CsvSource({
        "VP8, 96, 97, ......9d012a4001f000.*",
        "VP9, 98, 99, 82498342.*",
        "H264, 102, 103, 000000016742c015.*0000000168.*0000000165.*"
    })
    void pictures_of_a_browser_come_out_whole(Codec codec, int type, int rtxType, String keyFrame) throws IOException {
        try (VideoReceiveBuffer buffer = new VideoReceiveBuffer(Depayloader.of(codec), frames)) {
            for (Packet packet : recorded(codec)) {
                assertThat(PacketKind.of(packet)).isEqualTo(PacketKind.RTP);
                assertThat(view.read(packet)).isTrue();
                assertThat(EXTENSIONS.transportSequence(view)).isNotNegative();
                if (view.payloadType() == SOUND) {
                    sound(packet);
                } else if (view.payloadType() == rtxType) {
                    again(packet, type, buffer);
                } else {
                    picture(packet, buffer);
                }
            }
        }
        assertThat(padding).isEqualTo(2);
        assertThat(resent).isEqualTo(2);
        assertThat(sounds).isPositive();
        assertThat(out).hasSize(6);
        assertThat(out.get(0)).startsWith("key ").matches("key " + keyFrame);
        assertThat(out.subList(1, 6)).noneMatch(frame -> frame.startsWith("key "));
    }

    private void sound(Packet packet) {
        assertThat(EXTENSIONS.mid(view)).isEqualTo("0");
        assertThat(EXTENSIONS.audioLevel(view)).isBetween(0, 127);
        EncodedFrame frame = Objects.requireNonNull(
                new FrameAssembler(Depayloader.of(Codec.OPUS), frames).assemble(List.of(packet), 0, 0));
        assertThat(frame.data().remaining()).isEqualTo(view.payloadLength());
        frame.release();
        packet.release();
        sounds++;
    }

    private void picture(Packet packet, VideoReceiveBuffer buffer) {
        assertThat(EXTENSIONS.mid(view)).isEqualTo("1");
        assertThat(EXTENSIONS.absSendTime(view)).isPositive();
        pictures.put(view.sequence(), payload());
        assertThat(buffer.insert(packet, view, 0)).isTrue();
        for (EncodedFrame frame = buffer.poll(0); frame != null; frame = buffer.poll(0)) {
            out.add((frame.isKeyFrame() ? "key " : "") + HexFormat.of().formatHex(Samples.bytes(frame)));
            frame.release();
        }
    }

    private void again(Packet packet, int type, VideoReceiveBuffer buffer) {
        if (!RtxStream.unwrap(packet, view, 1, type)) {
            assertThat(view.paddingLength()).isPositive();
            padding++;
            packet.release();
            return;
        }
        assertThat(view.payloadType()).isEqualTo(type);
        assertThat(payload()).isEqualTo(pictures.get(view.sequence()));
        assertThat(buffer.insert(packet, view, 0)).as("it is there already").isFalse();
        resent++;
    }

    private byte[] payload() {
        return Arrays.copyOfRange(view.bytes(), view.payloadOffset(), view.payloadOffset() + view.payloadLength());
    }

    private List<Packet> recorded(Codec codec) throws IOException {
        String name = "chromium-" + codec.name().toLowerCase(Locale.ROOT) + ".txt";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedPacketsTest.class.getResourceAsStream(name)),
                StandardCharsets.US_ASCII))) {
            return lines.lines().map(line -> Samples.packet(packets, line)).toList();
        }
    }
}

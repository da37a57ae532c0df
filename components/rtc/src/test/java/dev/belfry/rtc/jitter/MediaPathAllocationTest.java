package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.Payloader;
import dev.belfry.rtc.rtp.ReceiveStatistics;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.RtpStream;
import dev.belfry.rtc.rtp.RtxStream;
import dev.belfry.rtc.rtp.Samples;
import dev.belfry.rtc.rtp.SentPackets;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an encoded frame to packets and back, every tenth packet lost and sent again: garbage would stop a call. */
class MediaPathAllocationTest {
    private static final int RTX_TYPE = 97;
    private static final int FRAMES = 2000;

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(20_000);
    private final HeaderExtensionMap extensions = new HeaderExtensionMap(
            Map.of(HeaderExtension.MID, 1, HeaderExtension.TRANSPORT_SEQUENCE, 2, HeaderExtension.ABS_SEND_TIME, 3));
    private final RtpStream stream = Samples.stream(packets, 1);
    private final RtxStream rtx = new RtxStream(packets, 9, 1);
    private final SentPackets history = new SentPackets(packets);
    private final ReceiveStatistics statistics = new ReceiveStatistics(90_000);
    private final List<Packet> out = new ArrayList<>();
    private final int[] asked = new int[64];
    private final RtpPacket view = new RtpPacket();
    private long now;
    private int sent;

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void a_packet_costs_no_garbage(Codec codec) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        stream.negotiated(extensions, "0", 96);
        try (VideoReceiveBuffer buffer = new VideoReceiveBuffer(Depayloader.of(codec), frames)) {
            Payloader payloader = Payloader.of(codec, 1);
            EncodedFrame frame = Samples.frame(frames, codec, true, 10_000, 1);
            run(frame, payloader, buffer);

            long id = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(id);
            int sentBefore = sent;
            run(frame, payloader, buffer);
            long bytes = threads.getThreadAllocatedBytes(id) - before;

            assertThat(buffer.counts().framesReceived()).isEqualTo(2 * FRAMES);
            assertThat(buffer.counts().packetsRequested()).isGreaterThan(FRAMES);
            assertThat((double) bytes / (sent - sentBefore))
                    .as("bytes a packet")
                    .isLessThan(1);
            frame.release();
        }
        history.close();
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    private void run(EncodedFrame frame, Payloader payloader, VideoReceiveBuffer buffer) {
        for (int i = 0; i < FRAMES; i++) {
            frame.describe(frame.codec(), i == 0, frame.timestamp() + 3000, 0, 0);
            payloader.cut(frame, stream, 1200, out);
            for (int k = 0; k < out.size(); k++) {
                send(out.get(k), buffer);
            }
            out.clear();
            now += 10_000_000;
            recover(buffer);
            now += 23_000_000;
        }
    }

    private void send(Packet packet, VideoReceiveBuffer buffer) {
        view.read(packet);
        extensions.transportSequence(view, sent);
        extensions.absSendTime(view, sent);
        history.keep(packet);
        if (sent++ % 10 == 5) {
            packet.release();
        } else {
            receive(packet, buffer);
        }
    }

    private void receive(Packet packet, VideoReceiveBuffer buffer) {
        view.read(packet);
        statistics.received(view, now);
        buffer.insert(packet, view, now);
        poll(buffer);
    }

    private void recover(VideoReceiveBuffer buffer) {
        int count = buffer.nacks(now, asked);
        for (int i = 0; i < count; i++) {
            Packet kept = history.find(asked[i]);
            Packet wrapped = kept == null ? null : rtx.wrap(kept, RTX_TYPE);
            if (wrapped != null) {
                view.read(wrapped);
                RtxStream.unwrap(wrapped, view, stream.ssrc(), 96);
                buffer.insert(wrapped, view, now);
            }
        }
        poll(buffer);
    }

    private void poll(VideoReceiveBuffer buffer) {
        EncodedFrame frame = buffer.poll(now);
        while (frame != null) {
            frame.release();
            frame = buffer.poll(now);
        }
        buffer.delay(now);
    }
}

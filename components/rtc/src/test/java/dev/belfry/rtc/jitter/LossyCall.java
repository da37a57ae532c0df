package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.Payloader;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.RtpStream;
import dev.belfry.rtc.rtp.RtxStream;
import dev.belfry.rtc.rtp.Samples;
import dev.belfry.rtc.rtp.SentPackets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A stream of frames over a bad network, in virtual time: the sender answers NACKs by RTX and requests for a key frame by
 * one. Every frame that comes out is compared with what was sent.
 */
final class LossyCall implements AutoCloseable {
    static final long MILLI = 1_000_000;

    private static final long FRAME_INTERVAL = 33 * MILLI;
    private static final int RTX_TYPE = 97;

    /** How bad the network is: shares of packets, and times in milliseconds. */
    record Network(double loss, double doubling, double reordering, int delay, int jitter, double burst) {}

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(4000);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.<Event>comparingLong(e -> e.at).thenComparingLong(e -> e.order));
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Boolean> keys = new ArrayList<>();
    private final List<Packet> cut = new ArrayList<>();
    private final Random random;
    private final Network network;
    private final Codec codec;
    private final Payloader payloader;
    private final RtpStream stream;
    private final RtxStream rtx;
    private final SentPackets history;
    private final VideoReceiveBuffer buffer;
    private final RtpPacket view = new RtpPacket();
    private final int[] asked = new int[64];
    private long now;
    private long order;
    private long scheduledCheck = Long.MAX_VALUE;
    private boolean keyFrameAsked = true;
    private boolean inBurst;
    private boolean lossless;
    private int lastOut = -1;
    private int out;
    private long lastOutAt;
    private long longestPause;

    LossyCall(Codec codec, Network network, long seed) {
        this.codec = codec;
        this.network = network;
        random = new Random(seed);
        payloader = Payloader.of(codec, random.nextInt(1 << 15));
        stream = Samples.stream(packets, random.nextBoolean() ? 65_500 : random.nextInt(1 << 16));
        rtx = new RtxStream(packets, 99, random.nextInt(1 << 16));
        history = new SentPackets(packets);
        buffer = new VideoReceiveBuffer(Depayloader.of(codec), frames);
        buffer.roundTrip(2L * network.delay * MILLI);
    }

    /** Sends so many frames, then as many more over a network that loses nothing, and waits for all of them. */
    void run(int bad, int good) {
        for (int i = 0; i < bad + good; i++) {
            int number = i;
            at(i * FRAME_INTERVAL, () -> {
                lossless = number >= bad;
                sendFrame(number);
            });
        }
        while (!events.isEmpty()) {
            Event event = events.remove();
            now = event.at;
            event.task.run();
        }
    }

    int framesOut() {
        return out;
    }

    int lastFrameOut() {
        return lastOut;
    }

    long longestPauseMillis() {
        return longestPause / MILLI;
    }

    BufferCounts counts() {
        return buffer.counts();
    }

    private void sendFrame(int number) {
        boolean key = keyFrameAsked;
        keyFrameAsked = false;
        int size = 20 + random.nextInt(key ? 9000 : 3000);
        EncodedFrame frame = Samples.frame(frames, codec, key, size, number);
        sent.add(Samples.bytes(frame));
        keys.add(key);
        require(payloader.cut(frame, stream, 300 + random.nextInt(900), cut), "a frame is cut");
        frame.release();
        for (Packet packet : cut) {
            history.keep(packet);
            transmit(packet);
        }
        cut.clear();
    }

    private void transmit(Packet packet) {
        if (!isLost()) {
            if (!lossless && random.nextDouble() < network.doubling) {
                Packet copy = packets.take();
                copy.set(packet.bytes(), packet.offset(), packet.length());
                deliver(copy);
            }
            deliver(packet);
        } else {
            packet.release();
        }
    }

    private boolean isLost() {
        if (lossless) {
            return false;
        }
        inBurst = random.nextDouble() < (inBurst ? 0.8 : network.burst);
        return inBurst || random.nextDouble() < network.loss;
    }

    private void deliver(Packet packet) {
        long late = random.nextDouble() < network.reordering ? random.nextInt(60) : random.nextInt(network.jitter + 1);
        at(now + (network.delay + late) * MILLI, () -> receive(packet));
    }

    private void receive(Packet packet) {
        require(view.read(packet), "a packet is read");
        if (view.payloadType() == RTX_TYPE) {
            require(RtxStream.unwrap(packet, view, stream.ssrc(), 0), "a packet is unwrapped");
        }
        buffer.insert(packet, view, now);
        check();
    }

    private void check() {
        EncodedFrame frame = buffer.poll(now);
        while (frame != null) {
            take(frame);
            frame.release();
            frame = buffer.poll(now);
        }
        int count = buffer.nacks(now, asked);
        for (int i = 0; i < count; i++) {
            int sequence = asked[i];
            feedback(() -> resend(sequence));
        }
        if (buffer.wantsKeyFrame(now)) {
            feedback(() -> keyFrameAsked = true);
        }
        long delay = buffer.delay(now);
        if (delay >= 0 && now + delay < scheduledCheck && now < 100_000 * MILLI) {
            scheduledCheck = now + delay;
            at(scheduledCheck, () -> {
                if (now == scheduledCheck) {
                    scheduledCheck = Long.MAX_VALUE;
                }
                check();
            });
        }
    }

    private void feedback(Runnable task) {
        if (!isLost()) {
            at(now + network.delay * MILLI, task);
        }
    }

    private void resend(int sequence) {
        Packet kept = history.find(sequence);
        @Nullable Packet wrapped = kept == null ? null : rtx.wrap(kept, RTX_TYPE);
        if (wrapped != null) {
            transmit(wrapped);
        }
    }

    private void take(EncodedFrame frame) {
        int number = (int) ((frame.timestamp() - 1_000_000) / 3000);
        require(Arrays.equals(Samples.bytes(frame), sent.get(number)), "it is what was sent");
        require(frame.isKeyFrame() == keys.get(number), "it is a key frame if it was one");
        require(number > lastOut, "it is in order");
        require(frame.isKeyFrame() || number == lastOut + 1, "it can be decoded");
        require(frame.sequence() == out, "its number is the next");
        longestPause = Math.max(longestPause, lastOut < 0 ? 0 : now - lastOutAt);
        lastOutAt = now;
        lastOut = number;
        out++;
    }

    /** As an assertion of AssertJ, yet without its cost, which thousands of schedules feel. */
    private void require(boolean condition, String rule) {
        if (!condition) {
            throw new AssertionError("Not so after frame " + lastOut + ": " + rule);
        }
    }

    private void at(long time, Runnable task) {
        events.add(new Event(time, order++, task));
    }

    /** Checks that nothing leaked. */
    @Override
    public void close() {
        buffer.close();
        history.close();
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    private record Event(long at, long order, Runnable task) {}
}

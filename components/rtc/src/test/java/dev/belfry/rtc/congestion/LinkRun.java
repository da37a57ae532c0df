package dev.belfry.rtc.congestion;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtcp.RtcpReader;
import dev.belfry.rtc.rtcp.RtcpWriter;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.PacketNetwork;
import dev.belfry.testkit.PathConditions;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Pictures at 30 a second sent over a link, as large as the target lets them be, with feedback on their way back. */
final class LinkRun implements AutoCloseable {
    private static final int PAYLOAD = 1100;
    private static final int HEADER = 8;
    private static final Duration STEP = Duration.ofMillis(1);

    final FakeScheduler time = new FakeScheduler();
    final PacketPool pool = new PacketPool();
    final RoundTripTime roundTrip = new RoundTripTime();
    final SendTarget target = new SendTarget(roundTrip, 50_000, 300_000, 2_500_000);
    final RateMeter received = new RateMeter(5_000_000_000L);
    private final PacketNetwork network = new PacketNetwork(time, 11);
    private final PacketNetwork.Endpoint sender = network.open("10.0.0.1", 1);
    private final PacketNetwork.Endpoint receiver = network.open("10.0.0.2", 2);
    private final DeliveryMonitor deliveries = new DeliveryMonitor(target);
    private final Pacer pacer = new Pacer(this::leave, 300_000);
    private final FrameGate gate = pacer.newGate(() -> keyFrameWanted = true);
    private final TransportFeedbackRecorder recorder = new TransportFeedbackRecorder();
    private final RtcpWriter writer = new RtcpWriter();
    private final RtcpReader reader = new RtcpReader();
    private final InetSocketAddress to = receiver.address();
    private boolean keyFrameWanted = true;
    private long millis;
    private int frame;
    private int wholeFrames;
    private int partsOfFrame;
    private int frameReceiving = -1;
    private long lastWholeAt;
    private long longestGapNanos;

    LinkRun(PathConditions conditions) {
        sender.receiver((datagram, from) -> feedback(datagram));
        receiver.receiver((datagram, from) -> arrive(datagram));
        conditions(conditions);
    }

    /** Changes the way to the receiver; that back takes 20 ms and loses nothing. */
    void conditions(PathConditions conditions) {
        sender.outgoing().conditions(conditions);
        receiver.outgoing().conditions(PathConditions.FAIR.withDelay(Duration.ofMillis(20), Duration.ZERO));
    }

    void run(int seconds) {
        for (int i = 0; i < seconds * 1000; i++) {
            if (millis * 30 / 1000 != (millis + 1) * 30 / 1000) {
                encode();
            }
            pacer.rate(target.bitsPerSecond(), time.nanoTime());
            pacer.send(time.nanoTime());
            if (time.nanoTime() >= recorder.dueNanos()) {
                sendFeedback();
            }
            time.advance(STEP);
            millis++;
        }
    }

    long receivedBitsPerSecond() {
        return received.bitsPerSecond(time.nanoTime());
    }

    double lostShare() {
        return sender.outgoing().lost() / (double) sender.outgoing().sent();
    }

    int wholeFrames() {
        return wholeFrames;
    }

    /** Returns the longest time without a whole frame since the last call. */
    Duration longestGap() {
        long longest = longestGapNanos;
        longestGapNanos = 0;
        return Duration.ofNanos(longest);
    }

    void cut() {
        sender.cut();
    }

    void heal() {
        sender.heal();
    }

    @Override
    public void close() {
        gate.close();
        pacer.close();
    }

    private void encode() {
        boolean key = keyFrameWanted;
        if (!gate.admits(key)) {
            return;
        }
        keyFrameWanted = false;
        frame++;
        // a key frame is as large as six others; others vary, and are smaller in sum
        double share = key ? 6 : 0.7 + 0.5 * (frame % 7) / 7;
        int bytes = (int) (target.bitsPerSecond() / 8.0 / 30 * share);
        int parts = Math.max(1, (bytes + PAYLOAD - 1) / PAYLOAD);
        for (int i = 0; i < parts; i++) {
            Packet packet = pool.take();
            packet.range(packet.offset(), HEADER + Math.min(PAYLOAD, bytes - i * PAYLOAD));
            byte[] to = packet.bytes();
            to[packet.offset() + 2] = (byte) (frame >> 16);
            to[packet.offset() + 3] = (byte) (frame >> 8);
            to[packet.offset() + 4] = (byte) frame;
            to[packet.offset() + 5] = (byte) parts;
            pacer.add(packet, Pacer.Priority.PICTURES, i == 0);
        }
    }

    private void leave(Packet packet) {
        int number = deliveries.number(packet.length(), time.nanoTime());
        packet.bytes()[packet.offset()] = (byte) (number >> 8);
        packet.bytes()[packet.offset() + 1] = (byte) number;
        sender.send(packet.bytes(), packet.offset(), packet.length(), to);
        packet.release();
    }

    private void arrive(byte[] datagram) {
        recorder.received((datagram[0] & 0xFF) << 8 | (datagram[1] & 0xFF), time.nanoTime());
        received.add(datagram.length, time.nanoTime());
        int number = (datagram[2] & 0xFF) << 16 | (datagram[3] & 0xFF) << 8 | (datagram[4] & 0xFF);
        partsOfFrame = number == frameReceiving ? partsOfFrame + 1 : 1;
        frameReceiving = number;
        if (partsOfFrame == (datagram[5] & 0xFF)) {
            wholeFrames++;
            longestGapNanos = Math.max(longestGapNanos, time.nanoTime() - lastWholeAt);
            lastWholeAt = time.nanoTime();
        }
    }

    private void sendFeedback() {
        Packet packet = pool.take();
        writer.start(packet, 1200);
        while (recorder.write(writer, 2, 1)) {
            receiver.send(packet.bytes(), packet.offset(), packet.length(), sender.address());
            packet.clear();
            writer.start(packet, 1200);
        }
        packet.release();
    }

    private void feedback(byte[] datagram) {
        Packet packet = pool.take();
        packet.set(datagram, 0, datagram.length);
        deliveries.now(time.nanoTime());
        if (!reader.read(packet, deliveries)) {
            throw new AssertionError("malformed feedback");
        }
        packet.release();
    }
}

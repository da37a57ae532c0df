package dev.belfry.rtc.congestion;

import dev.belfry.rtc.packet.Packet;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads what is sent over time, so that a key frame does not overrun a narrow link: a leaky bucket that runs somewhat
 * faster than the rate that is to be sent on average. Sound leaves at once; resent packets go before pictures. When
 * pictures would wait too long, their frames are refused by {@link FrameGate}s until they have drained, and then a key
 * frame is asked for. Not thread-safe.
 *
 * @since 0.1
 */
public final class Pacer implements AutoCloseable {
    private static final double FACTOR = 2.5;
    private static final long BURST_NANOS = 10_000_000;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;
    private static final long LONGEST_DEBT_NANOS = 500_000_000;

    private final Output output;
    private final List<FrameGate> gates = new ArrayList<>();
    private final PacketQueue sound = new PacketQueue();
    private final PacketQueue resent = new PacketQueue();
    private final PacketQueue pictures = new PacketQueue();
    private double bitsPerNano;
    private long drainedAt = Long.MIN_VALUE;
    private boolean shut;
    private long dropped;

    /**
     * Creates a pacer.
     *
     * @param output where packets go to when their time has come
     * @param bitsPerSecond what is to be sent on average, until told otherwise
     */
    public Pacer(Output output, long bitsPerSecond) {
        this.output = output;
        bitsPerNano = FACTOR * bitsPerSecond / 1e9;
    }

    /** Takes packets whose time has come. */
    @FunctionalInterface
    public interface Output {
        /** Sends a packet; it is the output's from then on. */
        void send(Packet packet);
    }

    /** What a packet carries, first things first. */
    public enum Priority {
        SOUND,
        RESENT,
        PICTURES
    }

    /** Returns a gate for a stream of pictures, which tells that stream when it needs a key frame. */
    public FrameGate newGate(Runnable keyFrameNeeded) {
        FrameGate gate = new FrameGate(this, keyFrameNeeded);
        gates.add(gate);
        return gate;
    }

    /** Changes the rate to be sent on average. Pictures that would then wait far too long are dropped. */
    public void rate(long bitsPerSecond, long now) {
        double next = FACTOR * bitsPerSecond / 1e9;
        if (drainedAt > now) {
            drainedAt = now + (long) ((drainedAt - now) * bitsPerNano / next);
        }
        bitsPerNano = next;
        if (waitNanos() > 2 * LONGEST_WAIT_NANOS) {
            int packets = pictures.dropAfterFirstFrame();
            dropped += packets;
            if (packets > 0) {
                gates.forEach(FrameGate::miss);
                shut = true;
            }
        }
    }

    /**
     * Adds a packet, which is the pacer's from then on. Call {@link #send} afterwards.
     *
     * @param startsFrame whether it is the first of a frame's packets
     */
    public void add(Packet packet, Priority priority, boolean startsFrame) {
        switch (priority) {
            case SOUND -> sound.add(packet, startsFrame);
            case RESENT -> resent.add(packet, startsFrame);
            case PICTURES -> pictures.add(packet, startsFrame);
        }
    }

    /**
     * Sends what may be sent now.
     *
     * @return when to call this again, or {@link Long#MAX_VALUE} if nothing waits
     */
    public long send(long now) {
        drainedAt = Math.max(drainedAt, now);
        while (!sound.isEmpty()) {
            send(sound);
        }
        while (drainedAt - now <= BURST_NANOS && !resent.isEmpty()) {
            send(resent);
        }
        while (drainedAt - now <= BURST_NANOS && !pictures.isEmpty()) {
            send(pictures);
        }
        drainedAt = Math.min(drainedAt, now + LONGEST_DEBT_NANOS);
        if (shut && waitNanos() < LONGEST_WAIT_NANOS / 4) {
            shut = false;
            gates.forEach(FrameGate::reopen);
        }
        return resent.isEmpty() && pictures.isEmpty() ? Long.MAX_VALUE : drainedAt - BURST_NANOS + 1;
    }

    /** Returns how long the last of the pictures will wait. */
    public long waitNanos() {
        return (long) ((resent.bytes() + pictures.bytes()) * 8 / bitsPerNano);
    }

    /** Returns how many packets wait. */
    public int waiting() {
        return sound.size() + resent.size() + pictures.size();
    }

    /** Returns how many packets of pictures were dropped because the rate fell. */
    public long dropped() {
        return dropped;
    }

    /** Releases all that waits. */
    @Override
    public void close() {
        sound.clear();
        resent.clear();
        pictures.clear();
        gates.clear();
    }

    boolean hasRoom() {
        shut |= waitNanos() > LONGEST_WAIT_NANOS;
        return !shut;
    }

    void remove(FrameGate gate) {
        gates.remove(gate);
    }

    private void send(PacketQueue queue) {
        Packet packet = queue.remove();
        drainedAt += (long) (packet.length() * 8 / bitsPerNano);
        output.send(packet);
    }
}

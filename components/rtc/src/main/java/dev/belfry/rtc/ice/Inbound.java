package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Judges what arrives on the sockets of one round. Called by each socket's own thread; takes no lock on the hot path. */
final class Inbound {
    private final PacketPool packets;
    private final LongSupplier nanoTime;
    private final StunGuard guard;
    private volatile Consumer<Packet> media;
    private volatile Peer[] peers = {};
    private volatile AnswerFilter answers = (bytes, offset) -> false;
    private volatile Predicate<byte[]> awaited = id -> false;

    /** Takes out the answers to requests that ice4j did not send. */
    @FunctionalInterface
    interface AnswerFilter {
        boolean take(byte[] bytes, int offset);
    }

    private record Peer(InetAddress address, int port) {
        boolean is(InetAddress otherAddress, int otherPort) {
            return port == otherPort && address.equals(otherAddress);
        }
    }

    Inbound(PacketPool packets, LongSupplier nanoTime, StunGuard guard, Consumer<Packet> media) {
        this.packets = packets;
        this.nanoTime = nanoTime;
        this.guard = guard;
        this.media = media;
    }

    /** Sends answers past ice4j. */
    void answersTo(AnswerFilter filter) {
        answers = filter;
    }

    /** Says which transaction ids servers may answer to. */
    void awaits(Predicate<byte[]> predicate) {
        awaited = predicate;
    }

    /** Whether a STUN message of a server's answers a request. */
    boolean isAwaited(Packet packet) {
        byte[] bytes = packet.bytes();
        int offset = packet.offset();
        if (!StunBytes.isWellFormed(bytes, offset, packet.length()) || !StunBytes.isResponse(bytes, offset)) {
            return false;
        }
        int id = offset + StunBytes.TRANSACTION_ID;
        return awaited.test(Arrays.copyOfRange(bytes, id, id + StunBytes.TRANSACTION_ID_LENGTH));
    }

    /** Returns an empty packet to receive into. */
    Packet take() {
        return packets.take();
    }

    /** Whether ice4j is to see a STUN message: it is the peer's, and ice4j's business. */
    boolean isForIce4j(Packet packet, InetAddress from, int port) {
        StunGuard.Verdict verdict = guard.check(packet.bytes(), packet.offset(), packet.length());
        if (verdict == StunGuard.Verdict.DROP) {
            return false;
        }
        allow(from, port);
        return verdict == StunGuard.Verdict.REQUEST || !answers.take(packet.bytes(), packet.offset());
    }

    /** Hands a datagram on if its sender has shown the peer's credentials; takes the packet, and releases it if not. */
    void media(Packet packet, InetAddress from, int port) {
        for (Peer peer : peers) {
            if (peer.is(from, port)) {
                packet.arrivedAt(nanoTime.getAsLong());
                media.accept(packet);
                return;
            }
        }
        packet.release();
    }

    /** Lets go of everyone who hears of datagrams: whoever still holds a socket does not hold the call with it. */
    void close() {
        media = Packet::release;
        answers = (bytes, offset) -> false;
        awaited = id -> false;
    }

    private void allow(InetAddress from, int port) {
        for (Peer peer : peers) {
            if (peer.is(from, port)) {
                return;
            }
        }
        synchronized (this) {
            Peer[] more = Arrays.copyOf(peers, peers.length + 1);
            more[peers.length] = new Peer(from, port);
            peers = more;
        }
    }
}

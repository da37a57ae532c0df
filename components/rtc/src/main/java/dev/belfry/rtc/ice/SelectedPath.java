package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ice4j.StunException;
import org.jspecify.annotations.Nullable;

/**
 * The path in use, the peer's consent to be sent to on it, and figures of both. Changed by the transport's executor;
 * sending takes no lock.
 */
final class SelectedPath {
    private static final Logger LOG = System.getLogger(SelectedPath.class.getName());

    private final IceEnvironment environment;
    private final Random random;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicLong packetsSent = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong packetsReceived = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private volatile @Nullable IcePath path;
    private volatile @Nullable IcePath latest;
    private volatile @Nullable Consent consent;
    private @Nullable IceRound round;

    SelectedPath(IceEnvironment environment, Random random) {
        this.environment = environment;
        this.random = random;
    }

    /** Returns the round that the latest path is of; null before the first. */
    @Nullable
    IceRound round() {
        return round;
    }

    boolean is(IcePath other) {
        IcePath now = path;
        return now != null && now.isSame(other);
    }

    /** Changes to another path, and asks for the peer's consent there instead. */
    void use(IceRound from, IcePath next, Consent.Listener listener) {
        stopAsking();
        path = next;
        latest = next;
        round = from;
        changes.incrementAndGet();
        Consent fresh = new Consent(environment, random, id -> ask(from, next, id), listener);
        consent = fresh;
        from.inbound().answersTo(fresh::answered);
        fresh.start();
    }

    /** The peer has told of a candidate: it may be the one in use. */
    void told(IceRound by) {
        IcePath now = latest;
        if (now != null && by == round) {
            latest = by.told(now);
        }
    }

    private static void ask(IceRound from, IcePath asked, byte[] transactionId) {
        IceRound.Engine engine = from.engine();
        if (engine == null) {
            return;
        }
        Packet packet = from.inbound().take();
        try {
            byte[] request = engine.checks().consentRequest(asked.checked(), transactionId);
            if (packet.set(request, 0, request.length)) {
                asked.send(packet);
            }
        } catch (StunException e) {
            LOG.log(Level.ERROR, "A consent check cannot be written", e);
        } finally {
            packet.release();
        }
    }

    /** Sends nothing any more. */
    void drop() {
        path = null;
    }

    void stopAsking() {
        Consent asking = consent;
        if (asking != null) {
            asking.stop();
        }
    }

    /** Sends a packet, which stays the caller's; false if it was not sent. Any thread. */
    boolean send(Packet packet) {
        IcePath now = path;
        int length = packet.length();
        if (now == null || !now.send(packet)) {
            return false;
        }
        packetsSent.incrementAndGet();
        bytesSent.addAndGet(length);
        return true;
    }

    /** Counts a packet that arrived. Any thread. */
    void received(Packet packet) {
        packetsReceived.incrementAndGet();
        bytesReceived.addAndGet(packet.length());
    }

    /** Returns the figures now. Any thread. */
    IceStats stats(IceTransportState state, IceRole role) {
        IcePath shown = latest;
        Consent asking = consent;
        return new IceStats(
                state,
                role,
                shown == null ? null : shown.shown(),
                asking == null ? null : asking.roundTrip(),
                changes.get(),
                packetsSent.get(),
                bytesSent.get(),
                packetsReceived.get(),
                bytesReceived.get());
    }
}

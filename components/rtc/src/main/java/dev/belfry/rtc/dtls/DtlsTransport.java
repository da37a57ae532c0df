package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.srtp.SrtpKeys;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/**
 * One DTLS 1.2 connection with a peer, whose only use is to agree on the keys of the media (RFC 5764). The handshake runs
 * on a thread of its own, which then ends; what comes later, such as a repeated last flight or the peer's farewell, is
 * handled on the owner's executor. Called on that executor, but for {@link #receive}.
 *
 * @since 0.1
 */
public final class DtlsTransport implements AutoCloseable {
    /** RFC 6347 says a second, RFC 9147 and browsers less: a lost datagram would cost the caller that second. */
    static final int FIRST_RESEND_MILLIS = 100;

    private static final Logger LOG = System.getLogger(DtlsTransport.class.getName());
    private static final int MAX_READS = 16;

    private final DtlsRole role;
    private final DtlsSettings settings;
    private final DtlsListener listener;
    private final DtlsInbox inbox;
    private final Handshake handshake;
    private final PeerAlerts alerts = new PeerAlerts();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean secured;
    private boolean started;
    private boolean ended;
    private @Nullable DTLSTransport records;

    /**
     * Prepares a connection.
     *
     * @param expected the fingerprints of the peer's description; the peer's certificate must have one of them
     * @throws IllegalArgumentException if there is no fingerprint
     */
    public DtlsTransport(
            DtlsSettings settings, DtlsRole role, List<Fingerprint> expected, DatagramOut out, DtlsListener listener) {
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("no fingerprint to know the peer by");
        }
        this.role = role;
        this.settings = settings;
        this.listener = listener;
        this.inbox = new DtlsInbox(
                out, role == DtlsRole.CLIENT ? CipherChangeGate.forClient() : CipherChangeGate.forServer());
        this.handshake = new Handshake(settings.identity(), expected, settings.limit());
    }

    /**
     * Begins the handshake: a client sends, a server waits. To be called once there is a path; a second call does nothing.
     */
    public void start() {
        if (started || ended) {
            return;
        }
        started = true;
        settings.threads().newThread(this::shakeHands).start();
    }

    /**
     * Takes a copy of a datagram that begins like DTLS (RFC 7983: first byte 20 to 63). Called on any thread; never
     * blocks. What is no whole record, or too much at a time, is dropped.
     */
    public void receive(Packet packet) {
        if (DtlsRecords.acceptable(packet.bytes(), packet.offset(), packet.length())
                && inbox.offer(packet.bytes(), packet.offset(), packet.length())
                && secured) {
            read();
        }
    }

    /** Returns IANA's name of the cipher suite agreed on; null before {@link DtlsListener#secured}. */
    public @Nullable String cipherSuite() {
        return secured ? handshake.cipherSuite() : null;
    }

    /**
     * Says farewell to the peer and ends the handshake if it is under way. The listener hears no more; datagrams may still
     * go out for a moment if a handshake is cut short.
     */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        DTLSTransport open = records;
        if (open != null) {
            closeRecords(open);
        }
        inbox.cancel();
    }

    private void shakeHands() {
        try {
            DTLSTransport done = role == DtlsRole.CLIENT
                    ? new DTLSClientProtocol().connect(new DtlsClient(handshake, alerts), inbox)
                    : new DTLSServerProtocol().accept(new DtlsServer(handshake, alerts), inbox);
            inbox.stopWaiting();
            SrtpKeys keys = handshake.takeKeys();
            if (!post(() -> onSecured(done, keys))) {
                keys.close();
            }
        } catch (IOException | RuntimeException e) {
            handshake.discard();
            RtcException error = failure(e);
            if (!post(() -> onFailed(error))) {
                LOG.log(Level.DEBUG, "a handshake failed after its owner had gone", e);
            }
        }
    }

    private void onSecured(DTLSTransport done, SrtpKeys keys) {
        if (ended) {
            keys.close();
            closeRecords(done);
            return;
        }
        records = done;
        secured = true;
        listener.secured(keys);
        readAll();
    }

    private void onFailed(RtcException error) {
        if (!ended) {
            ended = true;
            inbox.cancel();
            listener.failed(error);
        }
    }

    /** Reads on the executor what has come, unless that is already about to happen. */
    private void read() {
        if (reading.compareAndSet(false, true) && !post(this::readAll)) {
            reading.set(false);
        }
    }

    private void readAll() {
        reading.set(false);
        DTLSTransport open = records;
        if (ended || open == null) {
            return;
        }
        try {
            byte[] ignored = new byte[open.getReceiveLimit()];
            for (int i = 0; i < MAX_READS && !alerts.closing(); i++) {
                open.receive(ignored, 0, ignored.length, 1);
            }
            if (!alerts.closing()) {
                read();
                return;
            }
        } catch (InterruptedIOException e) {
            // the queue is empty
        } catch (IOException | RuntimeException e) {
            if (!alerts.closing()) {
                onFailed(failure(e));
            }
        }
        if (alerts.closing() && !ended) {
            ended = true;
            inbox.cancel();
            listener.closedByPeer();
        }
    }

    private boolean post(Runnable task) {
        try {
            settings.executor().execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static void closeRecords(DTLSTransport open) {
        try {
            open.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the farewell was not sent", e);
        }
    }

    private static RtcException failure(Exception e) {
        if (e.getCause() instanceof RtcException known) {
            return known;
        }
        return new RtcException(RtcException.Reason.NOT_SECURE, "the handshake failed: " + e.getMessage(), e);
    }
}

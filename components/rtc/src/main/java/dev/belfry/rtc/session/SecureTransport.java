package dev.belfry.rtc.session;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.dtls.DtlsListener;
import dev.belfry.rtc.dtls.DtlsRole;
import dev.belfry.rtc.dtls.DtlsSettings;
import dev.belfry.rtc.dtls.DtlsTransport;
import dev.belfry.rtc.dtls.Fingerprint;
import dev.belfry.rtc.ice.IceTransport;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.PacketKind;
import dev.belfry.rtc.srtp.EarlyPackets;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpProfile;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys and encryption over the path: no packet of the media leaves or comes in the clear, and none at all before the
 * peer has shown that it is the one of the description. For the loop, but for {@link #onDatagram}.
 */
final class SecureTransport implements MediaPort, DtlsListener {
    private static final int MAX_WAITING = 1024;

    private final DtlsSettings settings;
    private final PacketPool packets;
    private final Listener listener;
    private final Inbox<Packet> inbox;
    private final MediaKeys keys;
    private final EarlyPackets earlyHandshake = new EarlyPackets();
    private @Nullable IceTransport path;
    private @Nullable DtlsTransport handshake;
    private @Nullable DtlsRole role;
    private List<Fingerprint> expected = List.of();
    private final LongAdder crowdedOut = new LongAdder();
    private boolean hasPath;
    private boolean ended;

    /** Hears what becomes of the keys, on the loop. */
    interface Listener {
        /** Media can flow. */
        void onSecured();

        void onNotSecure(RtcException error);

        void onPeerClosed();
    }

    /**
     * Creates a transport without path.
     *
     * @param media gets each genuine RTP and RTCP packet in the clear, and owns it then
     */
    SecureTransport(DtlsSettings settings, PacketPool packets, Consumer<Packet> media, Listener listener) {
        this.settings = settings;
        this.packets = packets;
        this.keys = new MediaKeys(media);
        this.listener = listener;
        this.inbox = new Inbox<>(MAX_WAITING, settings.executor(), this::onArrived);
    }

    void path(IceTransport transport) {
        path = transport;
    }

    /** There is a path from now on: the handshake begins if the peer is known. */
    void onPath() {
        hasPath = true;
        startHandshake();
    }

    /**
     * Says who the peer must prove to be.
     *
     * @throws RtcException DESCRIPTION_REFUSED if that is another than before
     */
    void expect(DtlsRole localRole, List<Fingerprint> fingerprints) throws RtcException {
        if (ended) {
            return;
        }
        if (handshake == null) {
            role = localRole;
            expected = List.copyOf(fingerprints);
            handshake = new DtlsTransport(settings, localRole, fingerprints, this::sendRecord, this);
            startHandshake();
            earlyHandshake.drainTo(this::onRecord);
        } else if (role != localRole || !expected.equals(fingerprints)) {
            throw new RtcException(
                    RtcException.Reason.DESCRIPTION_REFUSED, "role and certificate of a connection do not change");
        }
    }

    @Nullable
    DtlsRole role() {
        return role;
    }

    /** Returns how the media is encrypted; null before the keys are there. */
    @Nullable
    SrtpProfile profile() {
        return keys.profile();
    }

    /** Returns IANA's name of the handshake's cipher suite; null before the keys are there. */
    @Nullable
    String cipherSuite() {
        return handshake == null ? null : handshake.cipherSuite();
    }

    /** Returns how many packets were dropped since they were not genuine, or came before. */
    long refused() {
        return keys.refused();
    }

    /** Returns how many packets were dropped since too many waited: for the loop, or for the keys. */
    long crowdedOut() {
        return crowdedOut.sum();
    }

    /** Takes a datagram over, on the socket's thread. */
    void onDatagram(Packet packet) {
        switch (PacketKind.of(packet)) {
            case DTLS, RTP, RTCP -> count(inbox.put(packet));
            default -> packet.release();
        }
    }

    @Override
    public boolean send(Packet packet) {
        try {
            IceTransport way = path;
            return way != null && keys.protect(packet) && way.send(packet);
        } finally {
            packet.release();
        }
    }

    @Override
    public void secured(SrtpKeys made) {
        keys.use(made);
        listener.onSecured();
        keys.drainEarly();
    }

    @Override
    public void failed(RtcException error) {
        end();
        listener.onNotSecure(error);
    }

    @Override
    public void closedByPeer() {
        listener.onPeerClosed();
    }

    /** Says farewell to the peer, and lets go of packets and keys. The path is the owner's to close, after this. */
    void close() {
        if (handshake != null) {
            handshake.close();
        }
        end();
    }

    private void end() {
        ended = true;
        keys.close();
        inbox.close();
        earlyHandshake.close();
    }

    private void startHandshake() {
        if (hasPath && handshake != null) {
            handshake.start();
        }
    }

    private void onArrived(Packet packet) {
        if (ended) {
            packet.release();
        } else if (PacketKind.of(packet) == PacketKind.DTLS) {
            onRecord(packet);
        } else {
            count(keys.receive(packet));
        }
    }

    private void onRecord(Packet packet) {
        if (handshake == null) {
            count(earlyHandshake.add(packet));
            return;
        }
        handshake.receive(packet);
        packet.release();
    }

    private void count(boolean taken) {
        if (!taken) {
            crowdedOut.increment();
        }
    }

    /** Sends a record of the handshake, on its thread or on the loop. */
    private void sendRecord(byte[] bytes, int offset, int length) {
        IceTransport way = path;
        if (way == null) {
            return;
        }
        Packet packet = packets.take();
        try {
            if (packet.set(bytes, offset, length)) {
                way.send(packet);
            }
        } finally {
            packet.release();
        }
    }
}

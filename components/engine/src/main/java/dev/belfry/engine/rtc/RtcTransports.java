package dev.belfry.engine.rtc;

import dev.belfry.engine.MediaTransport;
import dev.belfry.engine.MediaTransports;
import dev.belfry.rtc.session.Bitrates;
import dev.belfry.rtc.session.PeerConnectionFactory;

/**
 * Transports over WebRTC (RFC 8825): one encrypted peer connection with each of the other participants, which may be
 * Belfry or a browser. Thread-safe.
 *
 * @since 0.1
 */
public final class RtcTransports implements MediaTransports {
    /** What sound and the headers of packets take beside pictures, in bits a second. */
    private static final long BESIDE_PICTURES = 200_000;

    private final PeerConnectionFactory factory;

    /** Creates transports whose connections a factory opens. */
    public RtcTransports(PeerConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public MediaTransport open(Request request, MediaTransport.Listener listener) {
        Bitrates usual = Bitrates.USUAL;
        long most = Math.max(usual.start(), request.videoBitrate() + BESIDE_PICTURES);
        Bitrates bitrates = new Bitrates(usual.min(), usual.start(), most);
        return new RtcTransport(request, factory, bitrates, listener);
    }
}

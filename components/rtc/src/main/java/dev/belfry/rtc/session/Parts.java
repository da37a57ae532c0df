package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.dtls.DtlsIdentity;
import dev.belfry.rtc.dtls.DtlsSettings;
import dev.belfry.rtc.ice.IceCandidate;
import dev.belfry.rtc.ice.IceListener;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.ice.IceTransport;
import dev.belfry.rtc.ice.IceTransportState;
import dev.belfry.rtc.negotiation.MediaCapabilities;
import dev.belfry.rtc.negotiation.Negotiator;
import dev.belfry.rtc.packet.Packet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/** What a connection is made of, wired together. For the loop. */
final class Parts {
    private static final Logger LOG = System.getLogger(Parts.class.getName());
    private static final long ROUND_TRIP_INTERVAL_NANOS = 1_000_000_000;

    private final IceTransport path;
    private final SecureTransport transport;
    private final MediaSession media;
    private final Negotiator negotiator;
    private final Signalling signalling;
    private final Tracks tracks;
    private final Loop loop;
    private final Alarm roundTripAlarm;
    private boolean closed;

    /** Hears of all parts, on the loop. */
    interface Events extends SecureTransport.Listener, Signalling.Agreed {
        void onPathState(IceTransportState state);
    }

    Parts(
            PeerConnectionOptions options,
            MediaContext context,
            PeerEnvironment environment,
            PeerConnectionListener listener,
            Consumer<ReceiveTrack> keyFrameRequest,
            Events events) {
        loop = context.loop();
        roundTripAlarm = new Alarm(loop, this::measureRoundTrip);
        DtlsIdentity identity = environment.identities().get();
        transport = new SecureTransport(
                DtlsSettings.of(identity, loop, environment.threads()), context.packets(), this::onMedia, events);
        media = new MediaSession(context, transport, options.bitrates(), new MediaEvents(listener));
        path = environment
                .paths()
                .create(
                        options.ice().withRole(options.polite() ? IceRole.CONTROLLED : IceRole.CONTROLLING),
                        context.packets(),
                        loop,
                        new PathEvents(events));
        transport.path(path);
        signalling = new Signalling(listener, identity.fingerprint(), path, transport, events);
        negotiator = new Negotiator(
                MediaCapabilities.of(options.codecs()),
                options.polite(),
                environment.random().nextLong() >>> 1,
                signalling);
        tracks = new Tracks(media, negotiator, listener, keyFrameRequest, media.canonicalName());
    }

    IceTransport path() {
        return path;
    }

    SecureTransport transport() {
        return transport;
    }

    MediaSession media() {
        return media;
    }

    Negotiator negotiator() {
        return negotiator;
    }

    Signalling signalling() {
        return signalling;
    }

    Tracks tracks() {
        return tracks;
    }

    /** There is a path, perhaps another one. */
    void onPath() {
        transport.onPath();
        if (!closed) {
            measureRoundTrip();
        }
    }

    private void measureRoundTrip() {
        Duration roundTrip = path.stats().currentRoundTripTime();
        if (roundTrip != null) {
            media.pathRoundTrip(roundTrip.toNanos());
        }
        roundTripAlarm.set(loop.nanoTime() + ROUND_TRIP_INTERVAL_NANOS);
    }

    /** Ends media and keys; the path is closed by whoever waits for it. */
    void close() {
        closed = true;
        roundTripAlarm.cancel();
        media.close();
        negotiator.close();
        transport.close();
    }

    private void onMedia(Packet packet) {
        media.receive(packet);
    }

    private record MediaEvents(PeerConnectionListener listener) implements MediaSession.Listener {
        @Override
        public void onFrame(ReceiveTrack track, EncodedFrame frame) {
            listener.onFrame(track, frame);
        }

        @Override
        public void onKeyFrameRequest(SendTrack track) {
            listener.onKeyFrameRequest(track);
        }

        @Override
        public void onTargetBitrate(long bitsPerSecond) {
            listener.onTargetBitrate(bitsPerSecond);
        }
    }

    private final class PathEvents implements IceListener {
        private final Events events;

        PathEvents(Events events) {
            this.events = events;
        }

        @Override
        public void onPacket(Packet packet) {
            transport.onDatagram(packet);
        }

        @Override
        public void onCandidate(IceCandidate candidate, String ufrag) {
            signalling.onLocal(candidate, ufrag);
        }

        @Override
        public void onEndOfCandidates(String ufrag) {
            signalling.onLocal(null, ufrag);
        }

        @Override
        public void onError(RtcException error) {
            LOG.log(Level.WARNING, "A part of the way to the peer cannot be used", error);
        }

        @Override
        public void onState(IceTransportState state) {
            events.onPathState(state);
        }
    }
}

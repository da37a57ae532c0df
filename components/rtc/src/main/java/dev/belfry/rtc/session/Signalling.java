package dev.belfry.rtc.session;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.dtls.DtlsRole;
import dev.belfry.rtc.dtls.Fingerprint;
import dev.belfry.rtc.ice.IceCandidate;
import dev.belfry.rtc.ice.IceCredentials;
import dev.belfry.rtc.ice.IceTransport;
import dev.belfry.rtc.negotiation.Agreement;
import dev.belfry.rtc.negotiation.LocalTransport;
import dev.belfry.rtc.negotiation.NegotiationPort;
import dev.belfry.rtc.sdp.CertificateFingerprint;
import dev.belfry.rtc.sdp.TransportDescription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries descriptions and candidates between signalling, negotiation and the path: candidates of this side after the
 * description they belong to, those of the peer to the path (RFC 8838). For the loop.
 */
final class Signalling implements NegotiationPort {
    private static final Logger LOG = System.getLogger(Signalling.class.getName());

    private final PeerConnectionListener listener;
    private final CertificateFingerprint fingerprint;
    private final IceTransport path;
    private final SecureTransport transport;
    private final Agreed agreed;
    private final List<SignaledCandidate> held = new ArrayList<>();
    private String describedUfrag = "";
    private @Nullable String mid;

    /** Hears of what both sides agree on. */
    interface Agreed {
        void onAgreed(Agreement agreement);

        /** What both sides agreed on cannot be used. */
        void onUnusable(RtcException error);
    }

    Signalling(
            PeerConnectionListener listener,
            Fingerprint fingerprint,
            IceTransport path,
            SecureTransport transport,
            Agreed agreed) {
        this.listener = listener;
        this.fingerprint = new CertificateFingerprint(fingerprint.hash(), fingerprint.value());
        this.path = path;
        this.transport = transport;
        this.agreed = agreed;
    }

    @Override
    public LocalTransport localTransport(boolean newRound) {
        IceCredentials credentials = newRound ? path.restart() : path.localCredentials();
        return new LocalTransport(credentials.ufrag(), credentials.password(), fingerprint, List.of(), false);
    }

    @Override
    public void agreed(Agreement agreement) {
        mid = agreement.transportMid();
        TransportDescription remote = agreement.remoteTransport();
        try {
            transport.expect(agreement.dtlsClient() ? DtlsRole.CLIENT : DtlsRole.SERVER, fingerprints(remote));
            path.setRemoteCredentials(credentials(remote));
        } catch (RtcException e) {
            agreed.onUnusable(e);
            return;
        }
        for (String candidate : remote.candidates()) {
            addRemote(candidate, null);
        }
        if (remote.endOfCandidates()) {
            path.endOfRemoteCandidates();
        }
        agreed.onAgreed(agreement);
    }

    @Override
    public void sendOffer(String description) {
        send(new Description(Description.Type.OFFER, description));
    }

    @Override
    public void sendAnswer(String description) {
        send(new Description(Description.Type.ANSWER, description));
    }

    /** A candidate of this side was found, or null for no more in this round. */
    void onLocal(@Nullable IceCandidate candidate, String ufrag) {
        SignaledCandidate signaled = candidate == null
                ? SignaledCandidate.end(ufrag)
                : new SignaledCandidate(candidate.withUfrag(ufrag).toAttribute(), mid, 0, ufrag);
        if (ufrag.equals(describedUfrag)) {
            listener.onCandidate(signaled);
        } else {
            held.add(signaled);
        }
    }

    /** A candidate of the peer came. */
    void onRemote(SignaledCandidate candidate) {
        if (candidate.isEnd()) {
            path.endOfRemoteCandidates();
        } else {
            addRemote(candidate.candidate(), candidate.ufrag());
        }
    }

    private void send(Description description) {
        describedUfrag = path.localCredentials().ufrag();
        listener.onDescription(description);
        path.gather();
        held.removeIf(candidate -> !describedUfrag.equals(candidate.ufrag()));
        held.forEach(listener::onCandidate);
        held.clear();
    }

    private void addRemote(String text, @Nullable String ufrag) {
        try {
            IceCandidate candidate = IceCandidate.parse(text);
            path.addRemoteCandidate(
                    ufrag == null || candidate.ufrag().isPresent() ? candidate : candidate.withUfrag(ufrag));
        } catch (RtcException e) {
            LOG.log(Level.WARNING, "A candidate of the peer cannot be read", e);
        }
    }

    private static IceCredentials credentials(TransportDescription remote) throws RtcException {
        String ufrag = remote.iceUfrag();
        String password = remote.icePassword();
        return IceCredentials.of(ufrag == null ? "" : ufrag, password == null ? "" : password);
    }

    /** Returns those by hash functions that are good enough. */
    private static List<Fingerprint> fingerprints(TransportDescription remote) throws RtcException {
        List<Fingerprint> found = new ArrayList<>();
        for (CertificateFingerprint each : remote.fingerprints()) {
            try {
                found.add(Fingerprint.of(each.hash(), each.value()));
            } catch (RtcException e) {
                if (e.reason() != RtcException.Reason.NOT_SECURE) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "A fingerprint of the peer is not accepted", e);
            }
        }
        if (found.isEmpty()) {
            throw new RtcException(RtcException.Reason.NOT_SECURE, "no fingerprint of the peer is accepted");
        }
        return found;
    }
}

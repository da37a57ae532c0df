package dev.belfry.rtc.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** The side that waits for the handshake. */
final class DtlsServer extends DefaultTlsServer {
    private final Handshake handshake;
    private final PeerAlerts alerts;
    private boolean peerChecked;

    DtlsServer(Handshake handshake, PeerAlerts alerts) {
        super(handshake.identity().crypto());
        this.handshake = handshake;
        this.alerts = alerts;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return Handshake.versions();
    }

    /** Those by ECDSA: the certificate is one. */
    @Override
    protected int[] getSupportedCipherSuites() {
        return Handshake.cipherSuites();
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return handshake.limitMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return DtlsTransport.FIRST_RESEND_MILLIS;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return DtlsRecords.MAX_MESSAGE;
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    /** The certificate is judged by its fingerprint alone. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return handshake.signer(context);
    }

    @Override
    @SuppressWarnings({"JdkObsolete", "rawtypes", "unchecked"})
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        TlsSRTPUtils.addUseSRTPExtension(
                extensions,
                handshake.choose(clientExtensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(clientExtensions)));
        return extensions;
    }

    @Override
    @SuppressWarnings({"JdkObsolete", "rawtypes"})
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        Vector algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return new CertificateRequest(types, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(@Nullable Certificate peer) throws IOException {
        handshake.checkPeer(peer);
        peerChecked = true;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (!peerChecked) {
            handshake.checkPeer(null);
        }
        handshake.complete(context);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        alerts.received(description);
    }
}

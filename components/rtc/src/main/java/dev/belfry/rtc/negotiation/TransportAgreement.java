package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import dev.belfry.rtc.sdp.SetupRole;
import dev.belfry.rtc.sdp.TransportDescription;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a description of the peer means for the one transport, in view of the agreement before.
 *
 * @param remote the transport of the peer's bundle
 * @param mid of the section whose candidates count
 */
record TransportAgreement(
        TransportDescription remote,
        String mid,
        boolean dtlsClient,
        boolean controlling,
        boolean remoteIceLite,
        boolean iceRestarted) {

    /**
     * Reads it.
     *
     * @param accepted the names of the sections that are not rejected
     * @param offered whether this side made the offer
     * @throws RtcException DESCRIPTION_REFUSED if the transport cannot be used, or nothing was accepted ever
     */
    static TransportAgreement of(
            SessionDescription description, List<String> accepted, boolean offered, @Nullable Agreement before)
            throws RtcException {
        Optional<MediaDescription> tagged = Bundle.tagged(description, accepted);
        if (tagged.isEmpty()) {
            if (before == null) {
                throw Bundle.refused("there is no section that both sides understand");
            }
            return unchanged(before);
        }
        TransportDescription remote = transport(description, tagged.get());
        Bundle.check(remote, offered);
        boolean restarted = before != null && !sameRound(remote, before.remoteTransport());
        boolean lite = description.iceLite();
        return new TransportAgreement(
                remote,
                Objects.requireNonNull(tagged.get().mid()),
                dtlsClient(remote, before),
                (before == null || restarted) ? (offered || lite) : before.controlling(),
                lite,
                restarted);
    }

    SetupRole setup() {
        return dtlsClient ? SetupRole.ACTIVE : SetupRole.PASSIVE;
    }

    private static TransportAgreement unchanged(Agreement before) {
        return new TransportAgreement(
                before.remoteTransport(),
                before.transportMid(),
                before.dtlsClient(),
                before.controlling(),
                before.remoteIceLite(),
                false);
    }

    /** Returns the transport of a section, or of another in its bundle if it leaves that out. */
    private static TransportDescription transport(SessionDescription description, MediaDescription tagged) {
        if (tagged.transport().iceUfrag() != null) {
            return tagged.transport();
        }
        return description.media().stream()
                .filter(media ->
                        Bundle.has(description, media) && media.transport().iceUfrag() != null)
                .map(MediaDescription::transport)
                .findFirst()
                .orElse(tagged.transport());
    }

    private static boolean sameRound(TransportDescription a, TransportDescription b) {
        return Objects.equals(a.iceUfrag(), b.iceUfrag()) && Objects.equals(a.icePassword(), b.icePassword());
    }

    /** The roles stay while the certificate does (RFC 8842 section 5.5); where there is a choice, the answerer begins. */
    private static boolean dtlsClient(TransportDescription remote, @Nullable Agreement before) {
        if (before != null && before.remoteTransport().fingerprints().equals(remote.fingerprints())) {
            return before.dtlsClient();
        }
        return remote.setup() != SetupRole.ACTIVE;
    }
}

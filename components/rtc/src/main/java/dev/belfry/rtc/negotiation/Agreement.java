package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.sdp.TransportDescription;
import java.util.List;

/**
 * What an offer and its answer came to: all sections of audio and video, and the one transport that they share.
 *
 * @param remoteTransport how the peer is reached and known, with the candidates of its description
 * @param transportMid the section whose candidates count, the first of the bundle (RFC 9143 section 7.2)
 * @param dtlsClient whether this side begins the handshake (RFC 8842); stays for as long as the certificates do
 * @param controlling whether this side chooses the path (RFC 8445 section 6.1.1) in the present round of ICE
 * @param remoteIceLite whether the peer only answers checks
 * @param iceRestarted whether the peer's credentials are others than before: a new round of ICE (RFC 8839 section 4.4.1)
 * @since 0.1
 */
public record Agreement(
        List<NegotiatedMedia> media,
        TransportDescription remoteTransport,
        String transportMid,
        boolean dtlsClient,
        boolean controlling,
        boolean remoteIceLite,
        boolean iceRestarted) {
    public Agreement {
        media = List.copyOf(media);
    }
}

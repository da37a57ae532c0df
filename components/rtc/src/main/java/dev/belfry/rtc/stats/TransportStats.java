package dev.belfry.rtc.stats;

import org.jspecify.annotations.Nullable;

/**
 * The bundled transport; W3C's RTCTransportStats.
 *
 * @param iceRole {@code controlling} or {@code controlled}
 * @param iceState W3C's RTCIceTransportState
 * @param selectedCandidatePairId null before there is a path
 * @param dtlsState W3C's RTCDtlsTransportState
 * @param dtlsRole {@code client}, {@code server} or {@code unknown}
 * @param tlsVersion four hexadecimal digits, {@code FEFD} for DTLS 1.2; null before the handshake
 * @param dtlsCipher IANA's name of the cipher suite; null before the handshake
 * @param srtpCipher IANA's name of the SRTP protection profile; null before the handshake
 * @param packetsRefused that came and were dropped, since SRTP found them forged, altered or replayed; not W3C's
 * @param packetsUnassigned that were genuine and were dropped, since they fit no media section or none of its payload
 *     types, or were resent before their stream began; not W3C's
 * @param packetsCrowdedOut that came and were dropped, since too many waited for this side, or for the keys; not W3C's
 * @since 0.1
 */
public record TransportStats(
        String id,
        long packetsSent,
        long packetsReceived,
        long bytesSent,
        long bytesReceived,
        String iceRole,
        String iceLocalUsernameFragment,
        String iceState,
        @Nullable String selectedCandidatePairId,
        int selectedCandidatePairChanges,
        String dtlsState,
        String dtlsRole,
        @Nullable String tlsVersion,
        @Nullable String dtlsCipher,
        @Nullable String srtpCipher,
        long packetsRefused,
        long packetsUnassigned,
        long packetsCrowdedOut)
        implements RtcStats {
    @Override
    public String type() {
        return "transport";
    }
}

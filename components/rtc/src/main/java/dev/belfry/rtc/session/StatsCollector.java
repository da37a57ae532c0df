package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.dtls.DtlsRole;
import dev.belfry.rtc.ice.IceCandidate;
import dev.belfry.rtc.ice.IceCandidatePair;
import dev.belfry.rtc.ice.IceStats;
import dev.belfry.rtc.ice.IceTransportState;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.srtp.SrtpProfile;
import dev.belfry.rtc.stats.CandidatePairStats;
import dev.belfry.rtc.stats.CodecStats;
import dev.belfry.rtc.stats.IceCandidateStats;
import dev.belfry.rtc.stats.RtcStats;
import dev.belfry.rtc.stats.StatsReport;
import dev.belfry.rtc.stats.TransportStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the figures of a connection, in W3C's names and units. For the loop. */
final class StatsCollector {
    static final String TRANSPORT = "T01";

    private static final String PAIR = "CP01";
    /** The only version there is, see the handshake. */
    private static final String DTLS_1_2 = "FEFD";

    private static final double NANOS = 1e9;

    private final Parts parts;
    private final MediaContext context;
    private final List<RtcStats> entries = new ArrayList<>();
    private final Map<String, CodecStats> codecs = new LinkedHashMap<>();

    StatsCollector(Parts parts, MediaContext context) {
        this.parts = parts;
        this.context = context;
    }

    StatsReport collect(IceTransportState state, boolean secured, boolean failed) {
        IceStats path = parts.path().stats();
        addTransport(path, state, secured, failed);
        addPair(path);
        StreamStats streams = new StreamStats(parts.media(), this::codecId);
        entries.addAll(streams.outbound());
        entries.addAll(streams.inbound());
        entries.addAll(codecs.values());
        return new StatsReport(context.loop().now(), entries);
    }

    private void addTransport(IceStats path, IceTransportState state, boolean secured, boolean failed) {
        SrtpProfile profile = parts.transport().profile();
        DtlsRole role = parts.transport().role();
        entries.add(new TransportStats(
                TRANSPORT,
                path.packetsSent(),
                path.packetsReceived(),
                path.bytesSent(),
                path.bytesReceived(),
                path.role().name().toLowerCase(Locale.ROOT),
                parts.path().localCredentials().ufrag(),
                state.name().toLowerCase(Locale.ROOT),
                path.selected() == null ? null : PAIR,
                path.selectedCandidatePairChanges(),
                failed ? "failed" : secured ? "connected" : role == null ? "new" : "connecting",
                role == null ? "unknown" : role.name().toLowerCase(Locale.ROOT),
                secured ? DTLS_1_2 : null,
                parts.transport().cipherSuite(),
                profile == null ? null : profile.name(),
                parts.transport().refused(),
                parts.media().unassigned(),
                parts.transport().crowdedOut()));
    }

    private void addPair(IceStats path) {
        IceCandidatePair pair = path.selected();
        if (pair == null) {
            return;
        }
        Duration roundTrip = path.currentRoundTripTime();
        entries.add(candidate("LC01", pair.local(), true));
        entries.add(candidate("RC01", pair.remote(), false));
        entries.add(new CandidatePairStats(
                PAIR,
                TRANSPORT,
                "LC01",
                "RC01",
                "succeeded",
                true,
                path.packetsSent(),
                path.packetsReceived(),
                path.bytesSent(),
                path.bytesReceived(),
                roundTrip == null ? null : roundTrip.toNanos() / NANOS,
                parts.media().control().bitsPerSecond()));
    }

    private static IceCandidateStats candidate(String id, IceCandidate candidate, boolean local) {
        return new IceCandidateStats(
                id,
                TRANSPORT,
                local,
                candidate.address(),
                candidate.port(),
                candidate.protocol(),
                candidate.type().token(),
                candidate.priority(),
                candidate.foundation());
    }

    /** Returns the id of a codec's figures, and adds them if they are not there. */
    private @Nullable String codecId(@Nullable NegotiatedFormat format) {
        if (format == null) {
            return null;
        }
        String id = "C" + format.payloadType();
        Codec codec = format.codec();
        boolean sound = codec.kind() == MediaKind.AUDIO;
        String parameters = format.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
        String mimeType = codec.kind().name().toLowerCase(Locale.ROOT) + "/"
                + (sound ? codec.name().toLowerCase(Locale.ROOT) : codec.name());
        codecs.put(
                id,
                new CodecStats(
                        id, TRANSPORT, format.payloadType(), mimeType, codec.clockRate(), sound ? 2 : 0, parameters));
        return id;
    }
}

package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Checks and decrypts what one peer sends, in place and without allocating. A source is remembered only once a packet of
 * it has proved genuine: made-up sources cost nothing. Not thread-safe: one thread at a time.
 *
 * @since 0.1
 */
public final class SrtpReceiver {
    private final PacketCiphers ciphers;
    private final Sources rtpSources = new Sources();
    private final Sources rtcpSources = new Sources();
    private final PacketSpan span = new PacketSpan();

    /** Derives the session keys of the peer; the master keys may be closed afterwards. */
    public SrtpReceiver(SrtpKeys keys) {
        ciphers = PacketCiphers.derive(keys.profile(), keys.remoteKey(), keys.remoteSalt());
    }

    /** Turns an SRTP packet into the RTP packet; one that is refused is left as it came. */
    public SrtpOutcome unprotectRtp(Packet packet) {
        PacketCipher cipher = ciphers.rtp();
        int header = PacketHeaders.rtpLength(packet);
        int end = packet.end() - cipher.tagLength();
        if (header < 0 || end < packet.offset() + header) {
            return SrtpOutcome.FAILED;
        }
        int ssrc = Bytes.i32(packet.bytes(), packet.offset() + 8);
        ReplayWindow window = rtpSources.find(ssrc);
        long index = PacketNumbers.nearest(
                window == null ? -1 : window.highest(), Bytes.u16(packet.bytes(), packet.offset() + 2));
        span.start = packet.offset();
        span.body = packet.offset() + header;
        span.end = end;
        span.tag = end;
        span.ssrc = ssrc;
        span.index = index;
        span.trailer = (int) (index >>> 16);
        return open(packet, cipher, rtpSources, window);
    }

    /**
     * Turns an SRTCP packet into the RTCP packet; one that is refused is left as it came. One that says that it is not
     * encrypted is refused.
     */
    public SrtpOutcome unprotectRtcp(Packet packet) {
        PacketCipher cipher = ciphers.rtcp();
        int end = packet.end() - cipher.tagLength() - 4;
        if (!PacketHeaders.isRtcp(packet) || end < packet.offset() + PacketHeaders.RTCP_CLEAR) {
            return SrtpOutcome.FAILED;
        }
        boolean tagBeforeNumber = cipher.tagBeforeNumber();
        int number = Bytes.i32(packet.bytes(), tagBeforeNumber ? end + cipher.tagLength() : end);
        if (number >= 0) {
            return SrtpOutcome.FAILED;
        }
        int ssrc = Bytes.i32(packet.bytes(), packet.offset() + 4);
        span.start = packet.offset();
        span.body = packet.offset() + PacketHeaders.RTCP_CLEAR;
        span.end = end;
        span.tag = tagBeforeNumber ? end : end + 4;
        span.ssrc = ssrc;
        span.index = number & 0x7fffffff;
        span.trailer = number;
        return open(packet, cipher, rtcpSources, rtcpSources.find(ssrc));
    }

    private SrtpOutcome open(Packet packet, PacketCipher cipher, Sources sources, @Nullable ReplayWindow known) {
        if (span.index < 0 || (known != null && !known.isNew(span.index))) {
            return SrtpOutcome.REPLAYED;
        }
        if (!cipher.open(packet.bytes(), span)) {
            return SrtpOutcome.FAILED;
        }
        ReplayWindow window = known == null ? sources.add(span.ssrc) : known;
        if (window == null) {
            return SrtpOutcome.FAILED;
        }
        window.add(span.index);
        packet.range(packet.offset(), span.end - span.start);
        return SrtpOutcome.OK;
    }
}

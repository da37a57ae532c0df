package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what is sent to one peer, in place and without allocating. Not thread-safe: one thread at a time.
 *
 * @since 0.1
 */
public final class SrtpSender {
    /** The bit of RFC 3711 section 3.4 that says that a packet is encrypted: here each one is. */
    private static final int ENCRYPTED = 0x80000000;

    private static final int MAX_RTCP_INDEX = 0x7fffffff;

    private final PacketCiphers ciphers;
    private final Sources sources = new Sources();
    private final PacketSpan span = new PacketSpan();
    private int rtcpIndex;

    /** Derives the session keys of this side; the master keys may be closed afterwards. */
    public SrtpSender(SrtpKeys keys) {
        ciphers = PacketCiphers.derive(keys.profile(), keys.localKey(), keys.localSalt());
    }

    /**
     * Encrypts an RTP packet and adds the tag. Nothing is encrypted twice under one number: what is sent again goes as
     * a stream of its own (RFC 4588).
     *
     * @return REPLAYED if a packet of this source and number was encrypted before or this one is more than about 1,000
     *     packets late, FAILED if this is no RTP packet, is too long, or is of one source too many; the packet is then
     *     unchanged
     */
    public SrtpOutcome protectRtp(Packet packet) {
        int header = PacketHeaders.rtpLength(packet);
        if (header < 0 || !hasRoom(packet, ciphers.rtp().tagLength())) {
            return SrtpOutcome.FAILED;
        }
        int ssrc = Bytes.i32(packet.bytes(), packet.offset() + 8);
        ReplayWindow window = windowOf(ssrc);
        if (window == null) {
            return SrtpOutcome.FAILED;
        }
        long index = PacketNumbers.nearest(window.highest(), Bytes.u16(packet.bytes(), packet.offset() + 2));
        if (!window.isNew(index)) {
            return SrtpOutcome.REPLAYED;
        }
        window.add(index);
        span.start = packet.offset();
        span.body = packet.offset() + header;
        span.end = packet.end();
        span.tag = packet.end();
        span.ssrc = ssrc;
        span.index = index;
        span.trailer = (int) (index >>> 16);
        ciphers.rtp().seal(packet.bytes(), span);
        packet.range(packet.offset(), packet.length() + ciphers.rtp().tagLength());
        return SrtpOutcome.OK;
    }

    /**
     * Encrypts a compound RTCP packet and adds number and tag.
     *
     * @return FAILED, with the packet unchanged, if this is no RTCP packet, is too long, or 2^31 were sent
     */
    public SrtpOutcome protectRtcp(Packet packet) {
        PacketCipher cipher = ciphers.rtcp();
        if (!PacketHeaders.isRtcp(packet) || !hasRoom(packet, cipher.tagLength() + 4) || rtcpIndex == MAX_RTCP_INDEX) {
            return SrtpOutcome.FAILED;
        }
        rtcpIndex++;
        byte[] bytes = packet.bytes();
        int end = packet.end();
        boolean tagBeforeNumber = cipher.tagBeforeNumber();
        span.start = packet.offset();
        span.body = packet.offset() + PacketHeaders.RTCP_CLEAR;
        span.end = end;
        span.tag = tagBeforeNumber ? end : end + 4;
        span.ssrc = Bytes.i32(bytes, packet.offset() + 4);
        span.index = rtcpIndex;
        span.trailer = ENCRYPTED | rtcpIndex;
        cipher.seal(bytes, span);
        Bytes.put32(bytes, tagBeforeNumber ? end + cipher.tagLength() : end, span.trailer);
        packet.range(packet.offset(), packet.length() + cipher.tagLength() + 4);
        return SrtpOutcome.OK;
    }

    private @Nullable ReplayWindow windowOf(int ssrc) {
        ReplayWindow window = sources.find(ssrc);
        return window == null ? sources.add(ssrc) : window;
    }

    private static boolean hasRoom(Packet packet, int extra) {
        return packet.end() + extra <= packet.bytes().length;
    }
}

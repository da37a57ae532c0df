package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.AudioFrame;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import io.github.jaredmdobson.concentus.OpusException;

/**
 * Decodes one stream of Opus (RFC 6716). For one thread at a time.
 *
 * @since 0.1
 */
public final class OpusDecoder {
    private static final int MAX_PACKET_BYTES = 1500;

    private final io.github.jaredmdobson.concentus.OpusDecoder decoder;
    private final byte[] packet = new byte[MAX_PACKET_BYTES];

    public OpusDecoder() throws CallException {
        try {
            this.decoder = new io.github.jaredmdobson.concentus.OpusDecoder(AudioFrame.RATE, 1);
        } catch (OpusException e) {
            throw new CallException(ErrorCode.ERR_CODEC_UNAVAILABLE, Codec.OPUS.name(), e);
        }
    }

    /** Decodes the next packet of 20 ms. */
    public void decode(EncodedFrame encoded, PcmFrame frame) throws CallException {
        decode(copy(encoded), frame, false);
        frame.setCaptureNanos(encoded.captureNanos());
    }

    /**
     * Decodes the 20 ms before a packet, which did not come, from what the packet tells of them (RFC 6716 section 2.1.7);
     * makes them up, as {@link #conceal} does, if it tells nothing. The packet itself is to be decoded next.
     */
    public void recover(EncodedFrame following, PcmFrame frame) throws CallException {
        decode(copy(following), frame, true);
    }

    /** Makes up 20 ms in place of a lost packet from what came before. */
    public void conceal(PcmFrame frame) throws CallException {
        decode(0, frame, false);
    }

    private int copy(EncodedFrame encoded) throws CallException {
        int size = encoded.data().remaining();
        if (size == 0 || size > packet.length) {
            throw new CallException(ErrorCode.ERR_MEDIA_FAILED, Codec.OPUS.name(), null);
        }
        encoded.data().get(encoded.data().position(), packet, 0, size);
        return size;
    }

    private void decode(int size, PcmFrame frame, boolean before) throws CallException {
        try {
            int count = decoder.decode(size == 0 ? null : packet, 0, size, frame.samples(), 0, frame.length(), before);
            if (count != frame.length()) {
                throw new CallException(
                        ErrorCode.ERR_MEDIA_FAILED, Codec.OPUS.name() + ": " + count + " samples", null);
            }
        } catch (OpusException | RuntimeException e) {
            throw new CallException(ErrorCode.ERR_MEDIA_FAILED, Codec.OPUS.name(), e);
        }
    }
}

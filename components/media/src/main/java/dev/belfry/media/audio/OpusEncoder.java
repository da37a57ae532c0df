package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.AudioFrame;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusException;

/**
 * Encodes speech with Opus (RFC 6716) in frames of 20 ms, with what a receiver needs to mend one lost packet (in-band
 * FEC). For one thread at a time.
 *
 * @since 0.1
 */
public final class OpusEncoder {
    /** Bits a second at the start. */
    public static final int DEFAULT_BITRATE = 32_000;

    private static final int MAX_PACKET_BYTES = 1275;
    private static final int COMPLEXITY = 5;
    private static final int LEAST_LOSS_PERCENT = 5;
    private static final int MOST_LOSS_PERCENT = 30;

    private final EncodedFramePool pool;
    private final io.github.jaredmdobson.concentus.OpusEncoder encoder;
    private final byte[] packet = new byte[MAX_PACKET_BYTES];
    private long number;

    /**
     * Creates an encoder.
     *
     * @param pool gives the frames it fills
     */
    public OpusEncoder(EncodedFramePool pool) throws CallException {
        this.pool = pool;
        try {
            this.encoder = new io.github.jaredmdobson.concentus.OpusEncoder(
                    AudioFrame.RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        } catch (OpusException e) {
            throw new CallException(ErrorCode.ERR_CODEC_UNAVAILABLE, Codec.OPUS.name(), e);
        }
        encoder.setBitrate(DEFAULT_BITRATE);
        encoder.setComplexity(COMPLEXITY);
        encoder.setUseInbandFEC(true);
        encoder.setPacketLossPercent(LEAST_LOSS_PERCENT);
    }

    /** Sets the rate from the next frame on, 6000 to 510000 bits a second. */
    public void setBitrate(int bitsPerSecond) {
        encoder.setBitrate(bitsPerSecond);
    }

    /**
     * Says which share of packets is lost on the way, from the next frame on: the more, the more of its bits go into what
     * mends the packet before. Between 5 and 30 percent, as less comes too suddenly to be told in time, and more would
     * leave too little for the sound itself.
     *
     * @param share from 0 to 1
     */
    public void setExpectedLoss(double share) {
        long percent = Math.round(share * 100);
        encoder.setPacketLossPercent((int) Math.max(LEAST_LOSS_PERCENT, Math.min(MOST_LOSS_PERCENT, percent)));
    }

    /** Encodes 20 ms; the caller releases the result. */
    public EncodedFrame encode(AudioFrame frame) throws CallException {
        int size;
        try {
            size = encoder.encode(frame.samples(), 0, frame.length(), packet, 0, packet.length);
        } catch (OpusException e) {
            throw new CallException(ErrorCode.ERR_MEDIA_FAILED, Codec.OPUS.name(), e);
        }
        EncodedFrame encoded = pool.take();
        encoded.start(size).put(packet, 0, size).flip();
        encoded.describe(Codec.OPUS, true, number * frame.length(), frame.captureNanos(), number);
        number++;
        return encoded;
    }
}

package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.Clip;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.media.picture.Psnr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.jspecify.annotations.Nullable;

/** An encoder and a decoder back to back, which checks on closing that no frame and no native memory is left. */
final class CodecLoop implements AutoCloseable {
    private static final long FRAME_NANOS = 33_333_333;

    private final NativeFramePool pictures = new NativeFramePool();
    private final EncodedFramePool encodedPool = new EncodedFramePool(4096);
    private final List<EncodedFrame> recorded = new ArrayList<>();
    private @Nullable VideoEncoder encoder;
    private @Nullable VideoDecoder decoder;
    private @Nullable NativeFrame source;
    private int number;
    private int replayed;
    private boolean noisy;
    private boolean force;
    private int decoded;
    private int measured;
    private int decodedBefore;
    private double psnrSum;
    private int keyFrames;
    private long bits;
    private long lastTimestamp;
    private double worstPsnr = Double.POSITIVE_INFINITY;

    void open(Codec codec, int width, int height, int bitrate) throws CallException {
        encoder = VideoCodecs.encoder(new EncoderSettings(codec, width, height, 30, bitrate), encodedPool);
        decoder = VideoCodecs.decoder(codec, pictures);
    }

    /** Opens H.264 in a way of its own. */
    void open(OpenH264Profile profile, int width, int height, int bitrate) throws CallException {
        AVCodec codec = Objects.requireNonNull(avcodec_find_encoder_by_name(profile.encoderName()));
        EncoderSettings settings = new EncoderSettings(Codec.H264, width, height, 30, bitrate);
        encoder = FfmpegVideoEncoder.open(codec, profile, settings, encodedPool);
    }

    /** Makes the pictures to come noisy, as a camera's are, so that no bitrate is too much for them. */
    void noisy() {
        noisy = true;
    }

    NativeFramePool pictures() {
        return pictures;
    }

    EncodedFramePool encodedPool() {
        return encodedPool;
    }

    VideoEncoder encoder() {
        return Objects.requireNonNull(encoder);
    }

    VideoDecoder decoder() {
        return Objects.requireNonNull(decoder);
    }

    int decoded() {
        return decoded;
    }

    int keyFrames() {
        return keyFrames;
    }

    double worstPsnr() {
        return worstPsnr;
    }

    /** Begins to measure what {@link #run} does. */
    void measure() {
        bits = 0;
        measured = 0;
        decodedBefore = decoded;
        psnrSum = 0;
    }

    /** Returns the bits a second since {@link #measure}. */
    long bitrate() {
        return bits * 30 / measured;
    }

    /** Returns the average of the pictures that came out since {@link #measure}. */
    double meanPsnr() {
        return psnrSum / (decoded - decodedBefore);
    }

    long lastTimestamp() {
        return lastTimestamp;
    }

    void forceKeyFrame() {
        force = true;
    }

    /** Sends frames of the clip through both, comparing each. */
    void run(int frames, int width, int height) throws CallException {
        for (int i = 0; i < frames; i++) {
            NativeFrame frame = next(width, height);
            source = frame;
            try {
                encoder().encode(frame, force, this::decodeAndCompare);
            } finally {
                force = false;
                frame.release();
            }
            measured++;
        }
    }

    /** Sends frames of the clip through the encoder, and returns the bits a second that came out. */
    long bitrateOver(int frames, int width, int height) throws CallException {
        bits = 0;
        for (int i = 0; i < frames; i++) {
            NativeFrame frame = next(width, height);
            encoder().encode(frame, false, this::count);
            frame.release();
        }
        return bits * 30 / frames;
    }

    /** Sends one frame, which it releases, through both; returns what came out, held by the caller. */
    NativeFrame one(NativeFrame frame) throws CallException {
        List<NativeFrame> out = new ArrayList<>();
        encoder().encode(frame, true, encoded -> {
            lastTimestamp = encoded.timestamp();
            decode(encoded, picture -> {
                picture.retain();
                out.add((NativeFrame) picture);
            });
        });
        frame.release();
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    /** Encodes frames of the clip and keeps what comes out. */
    List<EncodedFrame> record(int frames, int width, int height) throws CallException {
        for (int i = 0; i < frames; i++) {
            NativeFrame frame = next(width, height);
            encoder().encode(frame, false, encoded -> {
                encoded.retain();
                recorded.add(encoded);
            });
            frame.release();
        }
        return recorded;
    }

    /** Decodes the next recorded frame. */
    void replayNext(VideoSink sink) {
        decode(recorded.get(replayed++), sink);
    }

    /** Encodes a frame as the next of the stream. */
    void encodeAgain(NativeFrame frame) {
        frame.setTime(number * FRAME_NANOS, number++);
        try {
            encoder().encode(frame, false, encoded -> {});
        } catch (CallException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
            encoder.close();
        }
        if (decoder != null) {
            decoder.close();
            decoder.close();
        }
        recorded.forEach(EncodedFrame::release);
        assertThat(pictures.outstanding()).isZero();
        assertThat(encodedPool.outstanding()).isZero();
        pictures.close();
        assertThat(pictures.nativeBytes()).isZero();
    }

    private NativeFrame next(int width, int height) {
        NativeFrame frame = Clip.talkingHead(pictures, width, height, number);
        if (noisy) {
            Clip.addNoise(frame, number);
        }
        frame.setTime(number * FRAME_NANOS, number);
        number++;
        return frame;
    }

    private void count(EncodedFrame encoded) {
        bits += 8L * encoded.data().remaining();
        keyFrames += encoded.isKeyFrame() ? 1 : 0;
    }

    private void decodeAndCompare(EncodedFrame encoded) {
        count(encoded);
        decode(encoded, picture -> {
            decoded++;
            double psnr = Psnr.luma(Objects.requireNonNull(source), picture);
            worstPsnr = Math.min(worstPsnr, psnr);
            psnrSum += psnr;
        });
    }

    private void decode(EncodedFrame encoded, VideoSink sink) {
        try {
            decoder().decode(encoded, sink);
        } catch (CallException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Decodes with one of FFmpeg's decoders, whose planes become those of the pictures it hands on. */
final class FfmpegVideoDecoder implements VideoDecoder {
    /** No sender of a call needs more than 4096x2304; a forged header must not take gigabytes. */
    private static final long MAX_PIXELS = 4096L * 2304;

    /** AV_FRAME_FLAG_CORRUPT of libavutil/frame.h, which JavaCPP leaves out. */
    private static final int CORRUPT = 1;

    private final Codec codec;
    private final NativeFramePool pool;
    private final AVCodecContext context;
    private final FrameConverter converter = new FrameConverter();
    private final AVFrame decoded = Objects.requireNonNull(av_frame_alloc(), "no native memory for a frame");
    private final AVPacket packet = Objects.requireNonNull(av_packet_alloc(), "no native memory for a packet");
    private BytePointer input = new BytePointer(1 << 16);
    private ByteBuffer inputBytes = input.asByteBuffer();
    private boolean intact;
    private long lastSequence;
    private boolean closed;

    static FfmpegVideoDecoder open(AVCodec decoder, Codec codec, NativeFramePool pool) throws CallException {
        AVCodecContext context = avcodec_alloc_context3(decoder);
        if (context == null) {
            throw VideoCodecs.unavailable(codec, null);
        }
        context.thread_count(1).max_pixels(MAX_PIXELS).flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        int result = avcodec_open2(context, decoder, (AVDictionary) null);
        if (result < 0) {
            avcodec_free_context(context);
            throw VideoCodecs.unavailable(codec, new IllegalStateException(Natives.message(result)));
        }
        return new FfmpegVideoDecoder(codec, pool, context);
    }

    private FfmpegVideoDecoder(Codec codec, NativeFramePool pool, AVCodecContext context) {
        this.codec = codec;
        this.pool = pool;
        this.context = context;
    }

    @Override
    public void decode(EncodedFrame in, VideoSink out) throws CallException {
        if (closed) {
            throw new IllegalStateException("the decoder is closed");
        }
        if (!in.isKeyFrame() && !(intact && in.sequence() == lastSequence + 1)) {
            intact = false;
            throw failure("picture " + in.sequence() + " builds on one that is missing");
        }
        if (!intact) {
            // Nothing of what led to a failure may show up later.
            avcodec_flush_buffers(context);
        }
        // Until this picture is through, those that follow must not build on it.
        intact = false;
        check(avcodec_send_packet(context, load(in)));
        while (true) {
            int result = avcodec_receive_frame(context, decoded);
            if (result == AVERROR_EAGAIN()) {
                break;
            }
            check(result);
            try {
                deliver(in, out);
            } finally {
                av_frame_unref(decoded);
            }
        }
        intact = true;
        lastSequence = in.sequence();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avcodec_free_context(context);
        av_frame_free(decoded);
        av_packet_free(packet);
        input.close();
        converter.close();
    }

    private AVPacket load(EncodedFrame in) {
        ByteBuffer data = in.data();
        int size = data.remaining();
        if (input.capacity() < size + AV_INPUT_BUFFER_PADDING_SIZE) {
            input.close();
            input = new BytePointer(2L * size + AV_INPUT_BUFFER_PADDING_SIZE);
            inputBytes = input.asByteBuffer();
        }
        inputBytes.put(0, data, data.position(), size);
        for (int i = 0; i < AV_INPUT_BUFFER_PADDING_SIZE; i++) {
            inputBytes.put(size + i, (byte) 0);
        }
        return packet.data(input).size(size).pts(in.captureNanos());
    }

    private void deliver(EncodedFrame in, VideoSink out) throws CallException {
        if (decoded.decode_error_flags() != 0 || (decoded.flags() & CORRUPT) != 0) {
            throw failure("picture " + in.sequence() + " is damaged");
        }
        long captureNanos = decoded.pts();
        NativeFrame picture = picture();
        try {
            picture.setTime(captureNanos, in.sequence());
            out.onFrame(picture);
        } finally {
            picture.release();
        }
    }

    private NativeFrame picture() throws CallException {
        if (FrameConverter.isI420(decoded)) {
            NativeFrame picture = pool.takeEmpty();
            picture.setColours(FrameConverter.matrix(decoded), FrameConverter.range(decoded));
            picture.adopt(decoded);
            return picture;
        }
        NativeFrame picture = pool.take(decoded.width(), decoded.height());
        try {
            converter.convert(decoded, picture);
            return picture;
        } catch (IllegalStateException e) {
            picture.release();
            throw new CallException(ErrorCode.ERR_MEDIA_FAILED, "decoding " + codec.name(), e);
        }
    }

    private void check(int result) throws CallException {
        if (result < 0) {
            throw failure(Natives.message(result));
        }
    }

    private CallException failure(String why) {
        return new CallException(
                ErrorCode.ERR_MEDIA_FAILED, "decoding " + codec.name(), new IllegalStateException(why));
    }
}

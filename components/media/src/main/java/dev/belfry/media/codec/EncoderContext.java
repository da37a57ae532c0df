package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.Natives;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** One of FFmpeg's encoders, open for pictures of one size and one kind of colours. */
final class EncoderContext implements AutoCloseable {
    /** Key frames come when they are asked for, not by the clock. */
    private static final int NO_KEY_FRAMES = 1 << 20;

    private final AVCodecContext av;
    private final int width;
    private final int height;
    private final Matrix matrix;
    private final Range range;
    private final BitrateControl control;
    private int bitrate;

    static EncoderContext open(AVCodec codec, EncoderProfile profile, VideoFrame like, int fps, int bitrate)
            throws EncoderException {
        AVCodecContext av = avcodec_alloc_context3(codec);
        if (av == null) {
            throw new EncoderException("no native memory for an encoder");
        }
        try {
            av.width(like.width())
                    .height(like.height())
                    .pix_fmt(AV_PIX_FMT_YUV420P)
                    .colorspace(colorspace(like.matrix()))
                    .color_range(colorRange(like.range()))
                    .time_base(av_make_q(1, PaceClock.TICKS))
                    .framerate(av_make_q(fps, 1))
                    .gop_size(NO_KEY_FRAMES)
                    .max_b_frames(0)
                    .bit_rate(bitrate)
                    .thread_count(1)
                    .flags(av.flags() | AV_CODEC_FLAG_LOW_DELAY);
            profile.configure(av, bitrate, fps);
            int result = avcodec_open2(av, codec, (AVDictionary) null);
            if (result < 0) {
                throw new EncoderException(
                        like.width() + "x" + like.height() + " at " + bitrate + " bit/s: " + Natives.message(result));
            }
            return new EncoderContext(av, like, bitrate, profile.bitrateControl(av, bitrate, fps));
        } catch (EncoderException e) {
            avcodec_free_context(av);
            throw e;
        }
    }

    private EncoderContext(AVCodecContext av, VideoFrame like, int bitrate, BitrateControl control) {
        this.av = av;
        this.width = like.width();
        this.height = like.height();
        this.matrix = like.matrix();
        this.range = like.range();
        this.bitrate = bitrate;
        this.control = control;
    }

    AVCodecContext av() {
        return av;
    }

    /** Returns the bits a second that it was opened with, or that it was brought to. */
    int bitrate() {
        return bitrate;
    }

    /** Brings it to another number of bits a second, if it can be while it is open. */
    void aimAt(int bitsPerSecond) {
        if (bitsPerSecond != bitrate && control.aimAt(bitsPerSecond)) {
            bitrate = bitsPerSecond;
        }
    }

    /** Returns whether it takes a picture like this. */
    boolean fits(VideoFrame frame) {
        return frame.width() == width && frame.height() == height && frame.matrix() == matrix && frame.range() == range;
    }

    @Override
    public void close() {
        avcodec_free_context(av);
    }

    static int colorspace(Matrix matrix) {
        return matrix == Matrix.BT709 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }

    static int colorRange(Range range) {
        return range == Range.FULL ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    }
}

package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** VP9 by libvpx, profile 0, in real time with constant bitrate. */
final class Vp9Profile implements EncoderProfile {
    /** The fastest that still looks better than VP8 at the same bitrate. */
    private static final int CPU_USED = 8;

    @Override
    public String encoderName() {
        return "libvpx-vp9";
    }

    @Override
    public void configure(AVCodecContext context, int bitrate, int fps) throws EncoderException {
        context.rc_min_rate(bitrate)
                .rc_max_rate(bitrate)
                .rc_buffer_size(bitrate) // one second
                .qmin(2)
                .qmax(56);
        EncoderOptions.set(context, "deadline", "realtime");
        EncoderOptions.set(context, "cpu-used", CPU_USED);
        EncoderOptions.set(context, "row-mt", 1);
        EncoderOptions.set(context, "lag-in-frames", 0);
        EncoderOptions.set(context, "auto-alt-ref", 0);
        EncoderOptions.set(context, "static-thresh", 1);
        EncoderOptions.set(context, "max-intra-rate", 900);
    }

    /** Each key frame says what its colours are (VP9 bitstream specification, section 7.2.2). */
    @Override
    public boolean carries(Matrix matrix, Range range) {
        return true;
    }

    /** Beyond a factor of two its buffer of one second would take too long to follow its clock. */
    @Override
    public double lowestShare() {
        return 0.5;
    }

    @Override
    public double highestShare(double secondsOpen) {
        return 2;
    }

    @Override
    public boolean followsTime() {
        return true;
    }

    @Override
    public int sizeMultiple() {
        return 1;
    }
}

package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** VP8 by libvpx, in real time with constant bitrate. */
final class Vp8Profile implements EncoderProfile {
    /** Negative values always cost the same; positive ones follow the wall clock, and so the load of the machine. */
    private static final int CPU_USED = -12;

    @Override
    public String encoderName() {
        return "libvpx";
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
        EncoderOptions.set(context, "lag-in-frames", 0);
        EncoderOptions.set(context, "auto-alt-ref", 0);
        EncoderOptions.set(context, "error-resilient", 1);
        EncoderOptions.set(context, "static-thresh", 1);
        EncoderOptions.set(context, "max-intra-rate", 900);
    }

    /** A VP8 stream says nothing of its colours: they are always BT.601 (RFC 6386, section 9.2), limited in use. */
    @Override
    public boolean carries(Matrix matrix, Range range) {
        return matrix == Matrix.BT601 && range == Range.LIMITED;
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

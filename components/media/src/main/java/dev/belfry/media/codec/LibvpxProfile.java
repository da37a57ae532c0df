package dev.belfry.media.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** What VP8 and VP9 by libvpx share: real time, constant bitrate, pictures of any size. */
abstract class LibvpxProfile implements EncoderProfile {
    private final int cpuUsed;

    LibvpxProfile(int cpuUsed) {
        this.cpuUsed = cpuUsed;
    }

    @Override
    public void configure(AVCodecContext context, int bitrate, int fps) throws EncoderException {
        context.rc_min_rate(bitrate)
                .rc_max_rate(bitrate)
                .rc_buffer_size(bitrate) // one second
                .qmin(2)
                .qmax(56);
        EncoderOptions.set(context, "deadline", "realtime");
        EncoderOptions.set(context, "cpu-used", cpuUsed);
        EncoderOptions.set(context, "lag-in-frames", 0);
        EncoderOptions.set(context, "auto-alt-ref", 0);
        EncoderOptions.set(context, "static-thresh", 1);
        EncoderOptions.set(context, "max-intra-rate", 900);
    }

    /** Beyond a factor of two its buffer of one second would take too long to follow its clock. */
    @Override
    public final double lowestShare() {
        return 0.5;
    }

    @Override
    public final double highestShare(double secondsOpen) {
        return 2;
    }

    @Override
    public final boolean followsTime() {
        return true;
    }

    @Override
    public final int sizeMultiple() {
        return 1;
    }
}

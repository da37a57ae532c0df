package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_CONSTRAINED_BASELINE;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** H.264 by OpenH264, in the constrained baseline profile, which every browser decodes. */
class OpenH264Profile implements EncoderProfile {
    private static final double RISING_SECONDS = 10;

    @Override
    public String encoderName() {
        return "libopenh264";
    }

    @Override
    public void configure(AVCodecContext context, int bitrate, int fps) throws EncoderException {
        context.profile(AV_PROFILE_H264_CONSTRAINED_BASELINE).rc_max_rate(bitrate);
        EncoderOptions.set(context, "allow_skip_frames", 1);
        EncoderOptions.set(context, "rc_mode", "bitrate");
    }

    @Override
    public BitrateControl bitrateControl(AVCodecContext open, int bitrate, int fps) {
        return OpenH264Rate.of(open, bitrate, fps);
    }

    @Override
    public boolean carries(Matrix matrix, Range range) {
        return true;
    }

    /** By leaving out pictures, up to every third: fewer would no longer look like motion. */
    @Override
    public double lowestShare() {
        return 2.0 / 3;
    }

    /**
     * It spends no more than it was opened for. At the start of a call the bitrate rises step by step: a key frame for
     * each would take all that was gained.
     */
    @Override
    public double highestShare(double secondsOpen) {
        return secondsOpen < RISING_SECONDS ? 1.5 : 1.15;
    }

    /** FFmpeg does not tell it the time. */
    @Override
    public boolean followsTime() {
        return false;
    }

    @Override
    public int sizeMultiple() {
        return 2;
    }
}
